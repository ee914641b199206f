/**
 * What the page and the playground say to each other over `/live`. The playground sends the whole view of a person again after every change;
 * the page sends requests, each of which is answered once.
 */
import type { ClockJump } from '../../core/tips/clock-jumps.js';

/** Somebody as others see them. */
export interface PersonView {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly bot: boolean;
  /** What the person is called by their place in the server: "Owner", the name of a role, "Bot" or "Member". */
  readonly standing: string;
  /** Whether a bot is connected; people always are. */
  readonly online: boolean;
}

/** A place to write in. */
export interface ChannelView {
  /** Null for direct messages that nobody has opened yet. */
  readonly id: string | null;
  /** What stands for it in an address: a channel's name, `@` and a bot's name, or a thread's id. */
  readonly key: string;
  readonly name: string;
  readonly kind: 'text' | 'thread' | 'direct';
  readonly parentId: string | null;
  readonly unread: boolean;
  /** How many unread messages notify the person. */
  readonly pings: number;
}

/** One line of an embed's table. */
export interface FieldView {
  readonly name: string;
  readonly value: string;
  readonly inline: boolean;
}

/** An embed; pictures are left out, since they lie on other machines. */
export interface EmbedView {
  readonly colour: number | null;
  readonly author: string | null;
  readonly title: string | null;
  readonly url: string | null;
  readonly description: string | null;
  readonly fields: readonly FieldView[];
  readonly footer: string | null;
}

/** Something to choose. */
export interface ChoiceView {
  readonly label: string;
  readonly value: string;
  readonly description: string | null;
  readonly selected: boolean;
}

/** A control below a message. */
export type ControlView =
  | {
      readonly kind: 'button';
      readonly customId: string | null;
      readonly label: string;
      readonly style: 'primary' | 'secondary' | 'success' | 'danger' | 'link';
      readonly url: string | null;
      readonly disabled: boolean;
    }
  | {
      readonly kind: 'select';
      readonly customId: string;
      readonly placeholder: string;
      readonly least: number;
      readonly most: number;
      readonly disabled: boolean;
      readonly choices: readonly ChoiceView[];
    }
  | { readonly kind: 'text'; readonly content: string };

/** A message as one person sees it. */
export interface MessageView {
  readonly id: string;
  readonly authorId: string;
  readonly at: number;
  readonly editedAt: number | null;
  readonly content: string;
  readonly embeds: readonly EmbedView[];
  readonly rows: readonly (readonly ControlView[])[];
  /** Whether its application is still thinking. */
  readonly thinking: boolean;
  /** Whether this person alone sees it. */
  readonly ephemeral: boolean;
  /** Whether it names this person. */
  readonly pings: boolean;
  /** Whether the bot is told its text: where it names the bot, as a reply with a ping does, and in direct messages. */
  readonly heard: boolean;
  /** The message that it answers; without a text where that one is gone or hidden. */
  readonly reply: { readonly messageId: string; readonly authorId: string | null; readonly excerpt: string | null } | null;
  /** The command that it answers, named as people name it: a typed one with its slash. */
  readonly command: { readonly userId: string; readonly name: string } | null;
  readonly thread: { readonly key: string; readonly name: string; readonly count: number } | null;
  readonly reactions: readonly { readonly emoji: string; readonly count: number; readonly mine: boolean }[];
  readonly mayEdit: boolean;
  readonly mayRemove: boolean;
  readonly mayOpenThread: boolean;
  /** The id of the question under which it is kept how this was chosen; null where there is nothing to tell. */
  readonly why: string | null;
}

/** An option of a typed command. */
export interface OptionView {
  readonly name: string;
  readonly description: string;
  readonly type: 'text' | 'integer' | 'number' | 'boolean' | 'choice';
  readonly required: boolean;
  /** Whether the application offers choices while the person types. */
  readonly completes: boolean;
  /** All there is to choose from; empty for free input. */
  readonly choices: readonly { readonly name: string; readonly value: string | number | boolean }[];
  readonly most: number | null;
}

/** A typed command, or one of its subcommands. */
export interface CommandView {
  readonly name: string;
  readonly description: string;
  readonly application: string;
  readonly options: readonly OptionView[];
}

/** The channel that a person looks at. */
export interface OpenChannelView extends ChannelView {
  readonly id: string;
  readonly mayWrite: boolean;
  readonly mayOpenThread: boolean;
  readonly messages: readonly MessageView[];
  /** How many older messages are not shown. */
  readonly older: number;
  readonly typing: readonly string[];
  readonly commands: readonly CommandView[];
  /** The commands for messages, by name. */
  readonly messageCommands: readonly string[];
}

/** How the bot's knowledge is. */
export interface KnowledgeState {
  /** Its folder, as somebody at the terminal names it. */
  readonly folder: string;
  /** Another text whenever something was learned, or the labelled questions were edited; null while the bot is still learning. */
  readonly revision: string | null;
  /** Why the edited knowledge is not in use, with file and line; null where it is. */
  readonly fault: string | null;
}

/** All that a person sees. */
export interface View {
  readonly me: PersonView;
  readonly people: readonly PersonView[];
  readonly roles: readonly { readonly id: string; readonly name: string }[];
  readonly guild: string;
  readonly channels: readonly ChannelView[];
  readonly open: OpenChannelView;
  readonly now: number;
  readonly knowledge: KnowledgeState;
}

/** A field of a form. */
export type FormFieldView =
  | {
      readonly kind: 'text';
      readonly customId: string;
      readonly label: string;
      readonly description: string | null;
      readonly long: boolean;
      readonly least: number;
      readonly most: number;
      readonly required: boolean;
      readonly placeholder: string;
      readonly value: string;
    }
  | {
      readonly kind: 'select';
      readonly customId: string;
      readonly label: string;
      readonly description: string | null;
      readonly least: number;
      readonly most: number;
      readonly choices: readonly ChoiceView[];
    }
  | { readonly kind: 'note'; readonly content: string };

/** A form that an application shows to a person. */
export interface FormView {
  readonly interactionId: string;
  readonly title: string;
  readonly fields: readonly FormFieldView[];
}

/** A choice that an application offers while the person types. */
export interface Suggestion {
  readonly name: string;
  readonly value: string | number;
}

/** The values of a command's options by name. */
export type Values = Readonly<Record<string, string | number | boolean>>;

/** The places to which the clock can be set. */
export const JUMPS = ['next-tip', 'tomorrow-nine', 'clock-change', 'back'] as const satisfies readonly ClockJump[];

/** What the page can ask for; all but `look` is done by the person, in the channel, that the page looked at last. */
export type Verb =
  /** Switches to a person and a channel, by the names in the address; what is unknown falls back to the first. Unless `reading`, something covers it. */
  | { readonly verb: 'look'; readonly person: string | null; readonly channel: string | null; readonly reading: boolean }
  | { readonly verb: 'send'; readonly content: string; readonly replyTo: string | null; readonly ping: boolean }
  | { readonly verb: 'edit'; readonly messageId: string; readonly content: string }
  /** Deletes a message, or dismisses it where this person alone sees it. */
  | { readonly verb: 'remove'; readonly messageId: string }
  | { readonly verb: 'react'; readonly messageId: string; readonly emoji: string; readonly on: boolean }
  | { readonly verb: 'typing' }
  | { readonly verb: 'thread'; readonly messageId: string | null; readonly name: string }
  | { readonly verb: 'slash'; readonly name: string; readonly values: Values }
  | { readonly verb: 'complete'; readonly name: string; readonly values: Values; readonly focused: string }
  | { readonly verb: 'messageCommand'; readonly name: string; readonly messageId: string }
  | { readonly verb: 'click'; readonly messageId: string; readonly customId: string }
  | { readonly verb: 'select'; readonly messageId: string; readonly customId: string; readonly values: readonly string[] }
  | { readonly verb: 'submit'; readonly interactionId: string; readonly values: Readonly<Record<string, string | readonly string[]>> }
  | { readonly verb: 'jump'; readonly to: ClockJump };

/** How long a request is at most, in JSON; nothing that Discord would take comes near it. */
export const MOST_REQUEST_LENGTH = 100_000;

/** A request of the page. */
export type Request = Verb & { readonly id: number };

/** What came of a request. */
export type Outcome =
  | { readonly kind: 'done' }
  /** The application has not answered in time. */
  | { readonly kind: 'silence' }
  | { readonly kind: 'form'; readonly form: FormView }
  | { readonly kind: 'suggestions'; readonly suggestions: readonly Suggestion[] }
  /** A thread was opened; its key. */
  | { readonly kind: 'thread'; readonly key: string }
  | { readonly kind: 'note'; readonly text: string };

/** What the playground sends. */
export type Tidings =
  | { readonly kind: 'view'; readonly view: View }
  | { readonly kind: 'answer'; readonly id: number; readonly ok: true; readonly result: Outcome }
  | { readonly kind: 'answer'; readonly id: number; readonly ok: false; readonly error: string };

/**
 * Questions in messages. The rules:
 * 1. A message is for the bot where it mentions the bot (a reply with ping is a mention), or stands in a direct message with it.
 * 2. It gets a reply of its own below it, at once. Only what does not stand alone joins the question that the same person asked just
 *    before, and changes that one reply: see core/answering/turns.ts. A reply to a message of the bot never joins: it is about that
 *    message, and neither does anything once somebody else has written in between.
 * 3. What asks nothing gets a courtesy or silence; the bot's bare name gets the help.
 * 4. An edit of the question changes the answer, a deletion removes it: see changed-questions.ts. Bots, webhooks and Discord's own notices
 *    are ignored.
 */
import type { Message } from 'discord.js';
import type { About } from '../../core/answering/answer.js';
import type { GuildSettings } from '../../core/settings.js';
import { mayAnswerIn } from '../connection/permissions.js';
import { createQueue } from '../connection/queue.js';
import { type BotContext, settingsOf, waitText } from '../context.js';
import { notice, type Payload } from '../views/render.js';
import { aboutOf } from './about.js';
import { type ChangedQuestions, createChangedQuestions } from './changed-questions.js';
import { type Heard, hear, isAddressed, isFromPerson, questionIn, repliesTo } from './heard.js';
import { answerNotice, answerParts, conversationOf, type MessageAnswer, wordlessPayload } from './message-answers.js';
import { type OpenTurn, partOf, textOfParts } from './open-turns.js';
import { answerPostedTo, changeAnswer, type Posted, postAnswer, tellAside, wantsThread } from './posting.js';

export interface Mentions extends Pick<ChangedQuestions, 'deleted'> {
  created(message: Message): Promise<void>;
  /** Answers a message that came while no process listened, unless it was answered. */
  missed(message: Message): Promise<void>;
  /** Says to who asked that answering failed; nothing where the answer is there and something failed later. */
  failed(message: Message, text: string): Promise<void>;
  edited(message: Message): Promise<void>;
}

/** Between two courtesies of one person, after the first two. */
const TALK_SECONDS = 1;

/** @param help what a bare mention gets */
export function createMentions(context: BotContext, help: () => Payload): Mentions {
  const { store, cooldown, log, sparse, metrics, recent, turns, pace, answerer } = context;
  const queue = createQueue();
  /** Messages being answered right now, with the queue they are in: a deletion waits there. */
  const inFlight = new Map<string, string>();

  /** Replies below a message. @param since when it arrived, by the clock of `pace` */
  const answerBelow = async (message: Message, heard: Heard, since: number): Promise<void> => {
    if (heard.kind === 'nothing') return;
    const settings = await settingsOf(context, message.guildId);
    if (!mayAnswerIn(settings, parentOf(message), message.channelId)) return;
    // Looking for its answer would hold up those who still wait.
    if (pace.isLate(since)) return noteLate(message);
    const place = message.guildId ?? message.channelId;
    const askerId = message.author.id;
    // Thanks, verdicts and picks cost no turn; whoever floods the channel with them is met with silence.
    const asks = heard.kind !== 'words' || answerer().asks(heard.text);
    const wait = asks ? cooldown.take(place, askerId, settings.cooldownSeconds) : cooldown.take(`${place}:talk`, askerId, TALK_SECONDS);
    if (wait !== null) {
      if (asks && !wait.told) await tellAside(message, waitText('ask', wait.secondsLeft));
      return;
    }
    const inThread = heard.kind === 'words' && wantsThread(message, settings);
    const conversation = conversationOf(message, inThread);
    const about = heard.kind === 'words' ? await aboutOf(context, message) : undefined;
    const answer = await replyTo(message, heard, { conversation, settings, about });
    if (answer.kind !== 'answer') cooldown.release(place, askerId);
    if (answer.payload === null) return;
    const posted = await post(message, answer, inThread && answer.kind !== 'chat', since);
    if (posted === null) return;
    if (heard.kind === 'words' && answer.kind !== 'chat') {
      const { channelId, createdTimestamp: lastAt } = message;
      turns.open({ channelId, askerId, parts: [partOf(message, heard.text)], conversation, posted, about, lastAt });
    }
    await answer.keepFor(posted);
  };

  const noteLate = ({ guildId, channelId }: Message): void => {
    metrics.late();
    sparse.warn('answer-too-late', { guildId, channelId });
  };

  /** Posts an answer when it is its turn; null where nobody could be told, or would have waited for it. */
  const post = async (message: Message, answer: MessageAnswer, opensThread: boolean, since: number): Promise<Posted | null> => {
    const { payload, title } = answer;
    if (payload === null) return null;
    const { guildId, channelId } = message;
    // What was said to the message before it was edited is another message.
    const nonce = message.editedTimestamp === null ? message.id : `${message.id}e`;
    const posted = await pace.answer(channelId, since, async () => {
      await answer.announce();
      return postAnswer(message, payload, opensThread ? title : null, nonce);
    });
    if (posted === 'late') {
      noteLate(message);
      return null;
    }
    if (posted === null) {
      log.info('answer-not-posted', { guildId, channelId });
      await store.removeAnswer(message.id);
    }
    return posted;
  };

  const replyTo = async (
    message: Message,
    heard: Exclude<Heard, { kind: 'nothing' }>,
    where: { readonly conversation: string; readonly settings: GuildSettings; readonly about: About | undefined },
  ): Promise<MessageAnswer> => {
    if (heard.kind === 'words') {
      recent.remember(message.id, message.author.id, heard.text);
      return answerParts(context, message, [partOf(message, heard.text)], where);
    }
    return answerNotice(context, message, wordlessPayload(heard, context.name(), help), where.conversation, where.settings);
  };

  /** Answers a question anew with one more part; false where its answer is gone by now. */
  const join = async (message: Message, turn: OpenTurn, text: string): Promise<boolean> => {
    const parts = [...turn.parts, partOf(message, text)];
    const [first] = turn.parts;
    const { conversation, about, posted } = turn;
    const settings = await settingsOf(context, message.guildId);
    const { payload, keepFor } = await answerParts(context, message, parts, { conversation, settings, about });
    // Before it is shown: where this process ends in between, an edit of the new part still finds the answer.
    if (payload !== null) await keepFor(posted);
    if (payload === null || !(await changeAnswer(message, posted, payload))) {
      turns.close(message.channelId, message.author.id);
      return false;
    }
    if (first) recent.remember(first.id, message.author.id, textOfParts(parts));
    turns.change({ ...turn, parts, lastAt: message.createdTimestamp });
    return true;
  };

  const joins = (message: Message, turn: OpenTurn, text: string): boolean =>
    text !== '' && repliesTo(message) === null && answerer().joins(textOfParts(turn.parts), text, message.createdTimestamp - turn.lastAt);

  const handle = async (message: Message, since: number): Promise<void> => {
    const turn = turns.of(message.channelId, message.author.id, message.createdTimestamp);
    // A session that is taken up again may bring what it brought before.
    if (turn?.parts.some(({ id }) => id === message.id)) return;
    const heard = hear(message);
    const text = heard === null ? questionIn(message.content) : heard.kind === 'words' ? heard.text : '';
    if (turn !== null && joins(message, turn, text) && (await join(message, turn, text))) return;
    if (heard === null) return;
    try {
      await answerBelow(message, heard, since);
    } catch (error) {
      // A channel that went meanwhile leaves the library without it, in the midst of whatever it did.
      if (!isChannelGone(message)) throw error;
      log.info('answer-not-posted', { guildId: message.guildId, channelId: message.channelId });
    }
  };

  const inTurn = async (message: Message, task: () => Promise<void>): Promise<void> => {
    const key = `${message.channelId}:${message.author.id}`;
    inFlight.set(message.id, key);
    try {
      await queue.run(key, task);
    } finally {
      inFlight.delete(message.id);
    }
  };

  const changed = createChangedQuestions(context, {
    ask: (message) => handle(message, pace.now()),
    queueOf: (id, channelId) => inFlight.get(id) ?? channelId,
    queue,
  });
  return {
    async created(message) {
      turns.wrote(message.channelId, message.author.id, message.id);
      if (!isFromPerson(message)) return;
      const since = pace.now();
      const { channelId, author, createdTimestamp, content } = message;
      if (hear(message) !== null || (content !== '' && turns.of(channelId, author.id, createdTimestamp) !== null))
        await inTurn(message, () => handle(message, since));
    },
    async missed(message) {
      if (!isFromPerson(message) || hear(message) === null) return;
      const since = pace.now();
      await inTurn(message, async () => {
        const kept = await store.answerTo(message.id);
        if (kept !== null && !kept.isPosting) return;
        if ((await answerPostedTo(message)) === null) await handle(message, since);
      });
    },
    async failed(message, text) {
      // It has the nonce of the answer, so where there is an answer Discord makes no second message.
      if (isFromPerson(message) && isAddressed(message) && !isChannelGone(message))
        await postAnswer(message, notice(text), null, message.id);
    },
    async edited(message) {
      // Discord also "edits" a message to add the preview of a link.
      if (isFromPerson(message) && message.editedTimestamp !== null) await inTurn(message, () => changed.edited(message));
    },
    deleted: changed.deleted,
  };
}

function isChannelGone({ client, channelId, guildId }: Message): boolean {
  return guildId !== null && !client.channels.cache.has(channelId);
}

function parentOf({ channel, channelId }: Message): string {
  return channel.isThread() ? (channel.parentId ?? channelId) : channelId;
}

import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Answerer } from '../../../src/core/answering/answer.js';
import { TURN_TTL_MS } from '../../../src/core/answering/conversation.js';
import { replyText } from '../../../src/core/answering/wording.js';
import { createApp, type Engine } from '../../../src/process/app.js';
import { shippedEngine } from '../../support/engine.js';

let engine: Engine;
let now = 0;
let answerer: Answerer;
beforeAll(async () => {
  engine = await shippedEngine();
  answerer = createApp(engine, { now: () => now });
}, 120_000);

const ask = (text: string, conversation = text) => answerer.ask({ text, conversation });

describe('ask', () => {
  it('answers with the short answer, its source and follow-ups', async () => {
    const reply = await ask('Can a Windows container run on a Linux host?');
    expect(reply).toMatchObject({ kind: 'answer', entryId: 'windows-container-on-linux', shown: null });
    const text = replyText(reply, engine.knowledge);
    expect(text).toMatch(/^No/);
    expect(text).toMatch(/\n\nSource: .+https:\/\//);
    expect(reply.kind === 'answer' && reply.followUps.length).toBeGreaterThanOrEqual(2);
  });

  it('says plainly that it does not know, and names the area where it is a known gap', async () => {
    const reply = await ask('docker system prune');
    expect(reply.kind).toBe('unknown');
    expect(replyText(reply, engine.knowledge)).toMatch(/^I don't know: I have nothing on .+\./);
  });

  it('gives a courtesy for a greeting, and no entry', async () => {
    expect(await ask('hello there')).toEqual({ kind: 'chat', text: expect.stringContaining('Hello') });
  });

  it('marks what it corrects in its source', async () => {
    const text = replyText(await ask('Can QEMU run Windows containers on Linux?'), engine.knowledge);
    expect(text).toContain('(corrected)');
  });

  it.each(['pizza?', 'tell me a joke', 'asdfgh', 'prune images'])('does not let an earlier answer vouch for "%s"', async (text) => {
    await ask('What does "exec format error" mean?', `before ${text}`);
    expect(['unknown', 'chat']).toContain((await ask(text, `before ${text}`)).kind);
  });

  it('leaves the door open where a line may be talk or a question that it knows nothing of', async () => {
    await ask('What does "exec format error" mean?', 'talk');
    const reply = await ask('the intern gets the blame', 'talk');
    expect(reply).toEqual({ kind: 'chat', text: expect.stringContaining('If that was a question') });
    expect((await ask('the intern gets the blame', 'first')).kind).toBe('unknown');
  });

  it.each(['namespaces', 'podman', 'kernel', 'docker scout cves usage'])('takes no keyword for talk after a reply: "%s"', async (text) => {
    await ask('What does "exec format error" mean?', `before ${text}`);
    expect((await ask(text, `before ${text}`)).kind).not.toBe('chat');
  });

  it('takes nothing for talk that came by a command', async () => {
    await ask('What does "exec format error" mean?', 'explicit');
    const reply = await answerer.ask({ text: 'the intern gets the blame', conversation: 'explicit', isExplicit: true });
    expect(reply.kind).not.toBe('chat');
  });

  it('reads what a correction comes down to as a question', async () => {
    await ask('What is a kernel?', 'correction');
    const reply = await ask('no, I meant podman', 'correction');
    expect(reply.kind === 'unknown' && reply.topic).toMatch(/Podman/);
  });

  it('offers nothing twice that was waved away', async () => {
    const shown: string[] = [];
    await ask('Can a Windows container run on a Linux host?', 'wrong');
    for (let i = 0; i < 3; i++) {
      const reply = await ask("that's wrong", 'wrong');
      if (reply.kind === 'choices') shown.push(...reply.choices.map(({ entryId }) => entryId));
    }
    expect(shown.length).toBeGreaterThan(0);
    expect(new Set(shown).size).toBe(shown.length);
    expect(shown).not.toContain('windows-container-on-linux');
  });

  it.each(['why?', '2', 'example?'])('asks back for "%s" when nothing was asked before', async (text) => {
    expect(await ask(text, `first ${text}`)).toEqual({ kind: 'chat', text: expect.stringContaining('About what?') });
  });

  it('asks which one for "why?" after an offer, which stays open', async () => {
    await ask('Why is an emulated image so slow?', 'offer');
    const offer = await ask('the kernel in linux vm', 'offer');
    const second = offer.kind === 'choices' ? offer.choices[1]?.entryId : undefined;
    expect(second).toEqual(expect.any(String));
    expect(await ask('why?', 'offer')).toEqual({ kind: 'chat', text: expect.stringContaining('Which one?') });
    expect(await ask('2', 'offer')).toMatchObject({ kind: 'answer', entryId: second });
  });

  it('says so where an entry lacks the part that was asked for', async () => {
    await ask('Can a Windows container run on a Linux host?', 'lacks');
    const reply = await ask('example?', 'lacks');
    expect(replyText(reply, engine.knowledge)).toMatch(/^I have no example for this one\./);
  });

  it('forgets a conversation after its time', async () => {
    now = 0;
    await ask('Does Docker Desktop use a virtual machine?', 'old');
    now = TURN_TTL_MS + 1;
    const late = await ask('example?', 'old');
    expect(late.kind).not.toBe('answer');
  });

  it('keeps conversations apart', async () => {
    await ask('Does Docker Desktop use a virtual machine?', 'mine');
    expect((await ask('example?', 'yours')).kind).not.toBe('answer');
    expect(await ask('example?', 'mine')).toMatchObject({ kind: 'answer', entryId: 'desktop-uses-a-vm' });
  });

  it('does not offer again what was read in the conversation', async () => {
    const first = await ask('What is Buildx?', 'reader');
    const next = first.kind === 'answer' ? first.followUps[0] : undefined;
    const second = await ask(next?.label ?? '', 'reader');
    expect(second).toMatchObject({ kind: 'answer', entryId: next?.entryId });
    expect(second.kind === 'answer' && second.followUps.map(({ entryId }) => entryId)).not.toContain('buildx');
  });

  it("never shows a word of the asker's", async () => {
    const marker = 'zqxjvwk';
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('docker', 'kernel', 'windows', 'hello', 'why', '@everyone', 'prune'), { maxLength: 6 }),
        async (words) => {
          const reply = await ask([...words, marker].join(' '), 'stranger');
          expect(replyText(reply, engine.knowledge)).not.toMatch(new RegExp(`${marker}|@everyone`));
        },
      ),
      { seed: 3, numRuns: 60 },
    );
  });
});

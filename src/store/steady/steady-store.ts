/**
 * A store that never keeps an answer back. The knowledge is in memory; of what the database adds, settings are at hand, the conversation is
 * waited for no longer than READ_WITHIN_MS, and what is to be kept no longer than WRITE_WITHIN_MS: it is kept later, or dropped with a count.
 * What somebody asks to be changed or erased is never put off: it fails, so that they can be told.
 */
import { setImmediate as othersTurn } from 'node:timers/promises';
import { StoreUnavailable } from '../../core/errors.js';
import type { Clock, Log, PersonalData, Store } from '../../core/ports.js';
import { withTurn } from '../memory.js';
import { type Availability, createAvailability, isMistake, RETRY_AFTER_MS } from './availability.js';
import { createBacklog, perform, personOf, type Write } from './backlog.js';
import { loadSettings } from './settings-at-hand.js';
import { createShortMemory } from './short-memory.js';

export interface SteadyStore extends Store {
  health(): StoreHealth;
}

export interface StoreHealth {
  readonly isUp: boolean;
  /** Writes that wait to be made. */
  readonly waiting: number;
  /** Writes that were given up since the start. */
  readonly dropped: number;
}

/** A question waits for the conversation before it no longer: two of these and the way to Discord are less than a second. */
const READ_WITHIN_MS = 350;
const WRITE_WITHIN_MS = 300;
/** Somebody who changes or erases something wants to know whether it happened. */
const CHANGE_WITHIN_MS = 8_000;
/** A batch of what waits takes no longer, or the database is still not what it was. */
const FLUSH_WITHIN_MS = 1_000;
/** A write that has not come to an end by now never will: both databases give up sooner by themselves. */
const HANGING_MS = 15_000;
/** At the end, what waits is given this long. */
const LAST_TRY_MS = 3_000;

/**
 * Makes a store steady.
 * @param monotonic milliseconds that only ever grow
 */
export async function steadyStore(store: Store, log: Pick<Log, 'info' | 'warn' | 'error'>, monotonic: Clock): Promise<SteadyStore> {
  const reads = createAvailability('read', log, monotonic);
  const writes = createAvailability('write', log, monotonic);
  const backlog = createBacklog(monotonic);
  const memory = createShortMemory();
  const underWay = new Map<Write, Promise<unknown>>();
  let timer: NodeJS.Timeout | null = null;
  let flushing: Promise<void> | null = null;
  let closed = false;

  /** What comes of work that is waited for no longer than `ms`; null where the database fails or is late. The work goes on. */
  const attempt = async <T>(what: Availability, work: () => Promise<T>, ms: number): Promise<{ readonly value: T } | null> => {
    try {
      const value = await within(work(), ms);
      what.succeeded();
      return { value };
    } catch (error) {
      if (isMistake(error)) throw error;
      if (error instanceof StoreUnavailable) what.late(error);
      else what.failed(error);
      tryLater();
      return null;
    }
  };
  /** The same, but not right after a failure. */
  const tryFor: typeof attempt = async (what, work, ms) => (what.worthTrying() ? attempt(what, work, ms) : null);
  const read = <T>(work: () => Promise<T>) => tryFor(reads, work, READ_WITHIN_MS);

  /** Does a write, and knows of it as long as it is under way. */
  const track = async <T>(write: Write, work: Promise<T>): Promise<T> => {
    underWay.set(write, work);
    try {
      return await work;
    } finally {
      underWay.delete(write);
    }
  };

  /** Begins a write; where it fails it is made later. */
  const begin = async (write: Write): Promise<void> => {
    try {
      await track(write, perform(store, write));
      writes.succeeded();
    } catch (error) {
      if (isMistake(error)) {
        log.error('write-failed', error, { verb: write.verb });
        return;
      }
      writes.failed(error);
      backlog.add(write);
      tryLater();
    }
  };

  /** Makes a write, or sees to it that it is made later. Never rejects. */
  const keep = async (write: Write): Promise<void> => {
    if (!writes.worthTrying() || backlog.size() > 0) {
      backlog.add(write);
      tryLater();
      return;
    }
    try {
      await within(begin(write), WRITE_WITHIN_MS);
    } catch (late) {
      // It is under way and takes its time; the next ones wait in memory and hold nobody up.
      writes.late(late);
      tryLater();
    }
  };

  /** Takes back what is not wanted any more: what waits, and what is under way before it is undone. */
  const takeBack = async (isUnwanted: (write: Write) => boolean): Promise<void> => {
    backlog.remove(isUnwanted);
    await Promise.allSettled([...underWay].flatMap(([write, work]) => (isUnwanted(write) ? [work] : [])));
    backlog.remove(isUnwanted);
  };

  const flush = async (): Promise<void> => {
    for (let batch = backlog.next(); batch.length > 0; batch = backlog.next()) {
      const outcomes = await Promise.allSettled(batch.map((write) => within(track(write, perform(store, write)), HANGING_MS)));
      const failed = outcomes.map((outcome) => (outcome.status === 'rejected' ? (outcome.reason as unknown) : null));
      const isDone = (write: Write): boolean => {
        const at = batch.indexOf(write);
        return at >= 0 && (failed[at] === null || isMistake(failed[at]));
      };
      for (const error of failed) if (error !== null && isMistake(error)) log.error('write-failed', error);
      backlog.remove(isDone);
      const faulty = batch.filter((write) => !isDone(write));
      if (faulty.length < batch.length) for (const write of faulty) backlog.failedAlone(write);
      const fault = failed.find((error) => error !== null && !isMistake(error));
      if (fault !== undefined) return writes.failed(fault);
      writes.succeeded();
      // Thousands may have waited; the questions of now go first.
      await othersTurn();
    }
  };
  const flushOnce = (): Promise<void> => {
    flushing ??= flush().finally(() => {
      flushing = null;
    });
    return flushing;
  };

  /** Looks after a while whether the database is back, until it is and nothing waits. */
  const tryLater = (): void => {
    if (timer !== null || closed) return;
    timer = setTimeout(() => {
      timer = null;
      void tryNow().then(() => {
        if (reads.isInDoubt() || writes.isInDoubt() || backlog.size() > 0) tryLater();
      });
    }, RETRY_AFTER_MS + 1);
    timer.unref();
  };
  const tryNow = async (): Promise<void> => {
    if (reads.isInDoubt()) await read(() => store.settings(''));
    if (backlog.size() > 0) await within(flushOnce(), FLUSH_WITHIN_MS).catch(writes.late);
    else if (writes.isInDoubt()) await tryFor(writes, () => store.guildsJoined([]), WRITE_WITHIN_MS);
  };

  /** Does what somebody waits for, and fails where it can't be done now. */
  const change = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await within(work, CHANGE_WITHIN_MS);
    } catch (error) {
      if (isMistake(error)) throw error;
      throw error instanceof StoreUnavailable
        ? error
        : new StoreUnavailable(`the database cannot be used: ${String(error)}`, { cause: error });
    }
  };

  const settings = await loadSettings(store, async (guildId) => (await read(() => store.settings(guildId)))?.value ?? null, monotonic);
  /** Writes of one question or conversation that the database does not have yet. */
  const pendingFor = (questionId: string): boolean =>
    [...underWay.keys(), ...backlog.all()].some(({ verb, args }) => verb === 'saveAnswer' && args[0].questionId === questionId);

  return {
    ...store,
    health: () => ({ isUp: reads.isUp() && writes.isUp(), waiting: backlog.size(), dropped: backlog.dropped() }),

    settings: async (guildId) => settings.of(guildId),
    async changeSettings(guildId, changed) {
      const now = await change(store.changeSettings(guildId, changed));
      settings.set(guildId, now);
      return now;
    },

    async recentTurns(conversation, since) {
      const found = await read(() => store.recentTurns(conversation, since));
      if (found === null) return memory.turnsOf(conversation).filter(({ at }) => at >= since);
      const pending = backlog.all().flatMap(({ verb, args }) => (verb === 'addTurn' && args[0] === conversation ? [args[1]] : []));
      return pending.reduce(withTurn, found.value);
    },
    async addTurn(conversation, turn) {
      memory.addTurn(conversation, turn);
      // Nobody waits for it: the next question of the conversation finds it in memory.
      void keep({ verb: 'addTurn', args: [conversation, turn] });
    },

    async saveAnswer(answer) {
      memory.saveAnswer(answer);
      await keep({ verb: 'saveAnswer', args: [answer] });
    },
    async answerTo(questionId) {
      if (pendingFor(questionId)) return memory.answer(questionId);
      const found = await read(() => store.answerTo(questionId));
      return found === null ? memory.answer(questionId) : found.value;
    },
    async questionsOf(answerId) {
      const found = await read(() => store.questionsOf(answerId));
      return found === null || found.value.length === 0 ? memory.answersBy(answerId) : found.value;
    },
    async removeAnswer(questionId) {
      // Most messages that are deleted anywhere were no questions.
      const known = await read(() => store.answerTo(questionId));
      const remembered = memory.removeAnswer(questionId);
      const isOfQuestion = ({ verb, args }: Write): boolean =>
        verb === 'saveAnswer' ? args[0].questionId === questionId : verb === 'addTurn' && args[1].id === questionId;
      await within(takeBack(isOfQuestion), CHANGE_WITHIN_MS).catch(() => {});
      if (known?.value === null && remembered === null) return null;
      // An earlier process may have answered it: then only the database knows where the answer stands, which is to go with the question.
      const removing = remembered === null && known === null ? attempt : tryFor;
      const found = await removing(writes, () => store.removeAnswer(questionId), CHANGE_WITHIN_MS);
      if (found !== null) return found.value ?? remembered;
      const kept = remembered ?? known?.value ?? null;
      await keep({ verb: 'removeAnswer', args: [questionId] });
      return kept;
    },

    async addFeedback(feedback) {
      const found =
        backlog.size() > 0
          ? null
          : await tryFor(writes, () => track({ verb: 'addFeedback', args: [feedback] }, store.addFeedback(feedback)), WRITE_WITHIN_MS);
      // A verdict that is repeated is counted once, so this may be made twice.
      if (found === null) await keep({ verb: 'addFeedback', args: [feedback] });
      return found?.value ?? true;
    },
    addGap: (gap) => keep({ verb: 'addGap', args: [gap] }),
    addLabel: (label) => keep({ verb: 'addLabel', args: [label] }),
    guildsJoined: (guildIds) => keep({ verb: 'guildsJoined', args: [guildIds] }),
    guildLeft: (guildId, at) => keep({ verb: 'guildLeft', args: [guildId, at] }),
    finishTip: (...args) => keep({ verb: 'finishTip', args }),

    personalData: (userId) => change(store.personalData(userId)),
    erasePerson(userId) {
      memory.forgetPerson(userId);
      const erase = async (): Promise<PersonalData> => {
        await takeBack((write) => personOf(write) === userId);
        return store.erasePerson(userId);
      };
      return change(erase());
    },
    async eraseGuildsLeftBefore(time) {
      const erased = await store.eraseGuildsLeftBefore(time);
      settings.forget(erased);
      return erased;
    },
    expire(before) {
      memory.forgetBefore(before.turns);
      return store.expire(before);
    },

    saveTipSchedule: (schedule) => change(store.saveTipSchedule(schedule)),
    tipSchedule: (guildId) => change(store.tipSchedule(guildId)),
    removeTipSchedule: (guildId) => change(store.removeTipSchedule(guildId)),
    tipHistory: (guildId) => change(store.tipHistory(guildId)),

    async close() {
      closed = true;
      if (timer !== null) clearTimeout(timer);
      await within(Promise.allSettled(underWay.values()), LAST_TRY_MS).catch(() => {});
      if (backlog.size() > 0) await within(flushOnce(), LAST_TRY_MS).catch(() => {});
      if (backlog.size() > 0) log.warn('writes-lost', { count: backlog.size() });
      await store.close();
    },
  };
}

/**
 * Settles as the work does; rejects with StoreUnavailable where that takes longer. The work goes on. Where this process itself was held up,
 * what came in meanwhile still counts.
 */
async function within<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<never>((_, reject) => {
    const late = (): void => reject(new StoreUnavailable(`the database did not answer within ${ms} ms`));
    timer = setTimeout(() => setImmediate(late), ms);
  });
  try {
    return await Promise.race([work, over]);
  } finally {
    clearTimeout(timer);
  }
}

/** What every store does with the daily tips. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../src/core/ports.js';
import type { ClaimedTip } from '../../src/core/tips/tips.js';
import { claim, schedule } from './records.js';

const NO_HISTORY = { cycle: 0, shown: [], last: null, lastAt: null };

/** @param emptyStore opens a store that holds nothing */
export function tipContract(name: string, emptyStore: () => Promise<Store>): void {
  describe(`a store in ${name}, tips`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await emptyStore();
    });
    /** A schedule and one claimed delivery. */
    const claimed = async (rest: Parameters<typeof claim>[0] = {}): Promise<ClaimedTip> => {
      const { dueAt, nextDueAt, ...tip } = claim(rest);
      await store.saveTipSchedule(schedule({ guildId: tip.guildId, nextDueAt: dueAt }));
      await store.claimTip({ ...tip, dueAt, nextDueAt });
      return tip;
    };

    describe('schedules of tips', () => {
      it('come back as they were saved, and none where none was', async () => {
        await store.saveTipSchedule(schedule());
        expect(await store.tipSchedule('quay')).toEqual({ ...schedule(), pausedBecause: null });
        expect(await store.tipSchedule('pier')).toBeNull();
      });

      it('are replaced, which ends a pause', async () => {
        await store.saveTipSchedule(schedule());
        await store.pauseTips('quay', 'channel-gone');
        expect((await store.tipSchedule('quay'))?.pausedBecause).toBe('channel-gone');
        const second = schedule({ channelId: 'c2', timeZone: 'Asia/Tokyo', time: '23:59', weekdays: [7], nextDueAt: 1_790_000_000_000 });
        await store.saveTipSchedule(second);
        expect(await store.tipSchedule('quay')).toEqual({ ...second, pausedBecause: null });
      });

      it('are removed', async () => {
        await store.saveTipSchedule(schedule());
        await store.removeTipSchedule('quay');
        expect(await store.tipSchedule('quay')).toBeNull();
      });

      it('are due at their time, the longest overdue first, at most as many as asked for', async () => {
        for (const [guildId, nextDueAt] of [
          ['a', 30],
          ['b', 10],
          ['c', 20],
          ['d', 31],
        ] as const) {
          await store.saveTipSchedule(schedule({ guildId, nextDueAt }));
        }
        const due = async (limit: number): Promise<string[]> => (await store.dueTips(30, limit)).map(({ guildId }) => guildId);
        expect([await due(10), await due(2)]).toEqual([
          ['b', 'c', 'a'],
          ['b', 'c'],
        ]);
      });

      it('are due while they are paused too, and say so', async () => {
        await store.saveTipSchedule(schedule());
        await store.pauseTips('quay', 'no-tips');
        expect((await store.dueTips(5_000, 10)).map(({ pausedBecause }) => pausedBecause)).toEqual(['no-tips']);
      });
    });

    describe('deliveries of tips', () => {
      it('are claimed once for a due time, which moves the schedule on', async () => {
        await store.saveTipSchedule(schedule());
        expect(await store.claimTip(claim())).toBe(true);
        expect((await store.tipSchedule('quay'))?.nextDueAt).toBe(2_000);
        expect(await store.claimTip(claim()), 'the same due time again').toBe(false);
      });

      it('are claimed by exactly one of twenty at once', async () => {
        await store.saveTipSchedule(schedule());
        const tries = Array.from({ length: 20 }, (_, i) => store.claimTip(claim({ tipId: `tip${i}` })));
        expect((await Promise.all(tries)).filter((mine) => mine)).toEqual([true]);
        expect((await store.tipHistory('quay')).shown).toHaveLength(1);
      });

      it.each([
        ['there is no schedule', async () => undefined],
        ['the schedule is due at another time', () => store.saveTipSchedule(schedule({ nextDueAt: 999 }))],
        ['the schedule is another server’s', () => store.saveTipSchedule(schedule({ guildId: 'pier' }))],
      ] as [string, () => Promise<void>][])('are not claimed where %s', async (_, prepare) => {
        await prepare();
        const before = await store.tipSchedule('quay');
        expect(await store.claimTip(claim())).toBe(false);
        expect([await store.tipSchedule('quay'), await store.tipHistory('quay')]).toEqual([before, NO_HISTORY]);
      });

      it('are not claimed twice for a local day, but the schedule moves on', async () => {
        await claimed();
        expect(await store.claimTip(claim({ tipId: 'second', dueAt: 2_000, nextDueAt: 3_000 }))).toBe(false);
        expect((await store.tipHistory('quay')).shown).toEqual(['knots']);
        expect((await store.tipSchedule('quay'))?.nextDueAt).toBe(3_000);
      });

      it('can be skipped, which shows nothing and leaves the day to a tip that is due later on it', async () => {
        await store.saveTipSchedule(schedule());
        expect(await store.claimTip(claim({ tipId: null, cycle: 3 }))).toBe(false);
        expect((await store.tipSchedule('quay'))?.nextDueAt).toBe(2_000);
        expect(await store.tipHistory('quay')).toEqual(NO_HISTORY);
        const later = claim({ channelId: 'c2', cycle: 4, claimedAt: 2_500, dueAt: 2_000, nextDueAt: 3_000 });
        expect(await store.claimTip(later), 'the same day').toBe(true);
        expect(await store.tipHistory('quay')).toEqual({ cycle: 4, shown: ['knots'], last: 'knots', lastAt: 2_500 });
        expect(await store.takeUnfinishedTips(9_000, 9_000)).toMatchObject([{ channelId: 'c2', localDate: '2026-03-02', tipId: 'knots' }]);
      });

      it('are kept where their day is skipped afterwards', async () => {
        await claimed();
        await store.claimTip(claim({ tipId: null, dueAt: 2_000, nextDueAt: 3_000 }));
        expect((await store.tipHistory('quay')).shown).toEqual(['knots']);
        expect(await store.claimTip(claim({ tipId: 'second', dueAt: 3_000, nextDueAt: 4_000 }))).toBe(false);
      });

      it('that were not finished are handed out once more, and no more', async () => {
        const tip = await claimed({ claimedAt: 1_000 });
        expect(await store.takeUnfinishedTips(1_000, 5_000), 'not before that time').toEqual([]);
        expect(await store.takeUnfinishedTips(1_001, 5_000)).toEqual([{ ...tip, claimedAt: 5_000 }]);
        expect(await store.takeUnfinishedTips(9_000, 9_000)).toEqual([]);
      });

      it('that were not finished are handed to one of several at once', async () => {
        await claimed();
        const taken = await Promise.all(Array.from({ length: 8 }, () => store.takeUnfinishedTips(5_000, 6_000)));
        expect(taken.flat()).toHaveLength(1);
      });

      it.each(['sent', 'failed'] as const)('that %s are finished', async (state) => {
        await claimed();
        await store.finishTip('quay', '2026-03-02', { state, messageId: state === 'sent' ? 'm1' : null });
        expect([await store.takeUnfinishedTips(9_000, 9_000), await store.failTipsClaimedBefore(9_000)]).toEqual([[], 0]);
      });

      it('that were skipped are never handed out nor failed', async () => {
        await claimed({ tipId: null });
        await store.finishTip('quay', '2026-03-02', { state: 'sent', messageId: 'm1' });
        expect([await store.takeUnfinishedTips(9_000, 9_000), await store.failTipsClaimedBefore(9_000)]).toEqual([[], 0]);
      });

      it('are given up after a time, and counted', async () => {
        await claimed({ guildId: 'quay', claimedAt: 1_000 });
        await claimed({ guildId: 'pier', claimedAt: 1_001 });
        expect(await store.failTipsClaimedBefore(1_001)).toBe(1);
        expect((await store.takeUnfinishedTips(9_000, 9_000)).map(({ guildId }) => guildId)).toEqual(['pier']);
      });

      it('count from their second try', async () => {
        await claimed({ claimedAt: 1_000 });
        await store.takeUnfinishedTips(2_000, 5_000);
        expect([await store.failTipsClaimedBefore(5_000), await store.failTipsClaimedBefore(5_001)]).toEqual([0, 1]);
      });
    });

    describe('refused tips', () => {
      const day = (n: number): Pick<ClaimedTip, 'guildId' | 'localDate' | 'channelId'> => ({
        guildId: 'quay',
        localDate: `2026-03-0${n}`,
        channelId: 'c1',
      });
      /** Claims the tip of a day and has it refused. */
      const refused = async (n: number): Promise<number> => {
        await store.claimTip(claim({ localDate: day(n).localDate, tipId: `tip${n}`, dueAt: n * 1_000, nextDueAt: (n + 1) * 1_000 }));
        return store.refuseTip(day(n), 'no-permission', 3);
      };
      const pause = async (): Promise<unknown> => (await store.tipSchedule('quay'))?.pausedBecause;

      it('are counted, and from the given number on the schedule is paused', async () => {
        await store.saveTipSchedule(schedule());
        const seen = [];
        for (const n of [1, 2, 3, 4]) seen.push([await refused(n), await pause()]);
        expect(seen).toEqual([
          [1, null],
          [2, null],
          [3, 'no-permission'],
          [4, 'no-permission'],
        ]);
      });

      it('count as not shown, and leave their day to a later tip', async () => {
        await store.saveTipSchedule(schedule());
        await refused(1);
        expect(await store.tipHistory('quay')).toEqual(NO_HISTORY);
        expect(await store.claimTip(claim({ localDate: day(1).localDate, dueAt: 2_000, nextDueAt: 3_000 }))).toBe(true);
      });

      it('are forgotten with one that was sent, and with a schedule set anew', async () => {
        await store.saveTipSchedule(schedule());
        for (const n of [1, 2, 3]) await refused(n);
        await store.claimTip(claim({ localDate: day(4).localDate, dueAt: 4_000, nextDueAt: 5_000 }));
        await store.finishTip('quay', day(4).localDate, { state: 'sent', messageId: 'm1' });
        expect([await pause(), await refused(5)]).toEqual([null, 1]);
        await store.saveTipSchedule(schedule());
        expect(await refused(1)).toBe(1);
      });

      it('say nothing about a channel that was chosen meanwhile', async () => {
        await store.saveTipSchedule(schedule({ channelId: 'c2' }));
        await store.claimTip(claim());
        expect(await store.refuseTip(day(2), 'channel-gone', 1)).toBe(0);
        expect(await pause()).toBeNull();
      });

      it('are given up no more', async () => {
        await store.saveTipSchedule(schedule());
        await refused(1);
        expect([await store.takeUnfinishedTips(9_000, 9_000), await store.failTipsClaimedBefore(9_000)]).toEqual([[], 0]);
      });
    });

    describe('the history of tips', () => {
      it('begins with nothing', async () => {
        expect(await store.tipHistory('quay')).toEqual(NO_HISTORY);
      });

      it('is of the current round, and of one server', async () => {
        const tips = [
          ['knots', 0, 10],
          ['tides', 0, 20],
          ['ropes', 1, 30],
          ['knots', 1, 40],
        ] as const;
        await store.saveTipSchedule(schedule({ nextDueAt: 0 }));
        for (const [i, [tipId, cycle, claimedAt]] of tips.entries()) {
          await store.claimTip(claim({ localDate: `2026-03-0${i + 1}`, tipId, cycle, claimedAt, dueAt: i, nextDueAt: i + 1 }));
        }
        await claimed({ guildId: 'pier', tipId: 'other', cycle: 9, claimedAt: 99 });
        expect(await store.tipHistory('quay')).toEqual({ cycle: 1, shown: ['ropes', 'knots'], last: 'knots', lastAt: 40 });
      });

      it('includes tips of which it is unknown whether they were posted, and leaves out skipped days', async () => {
        await claimed({ claimedAt: 10 });
        await store.failTipsClaimedBefore(11);
        await store.claimTip(claim({ localDate: '2026-03-03', tipId: null, cycle: 0, claimedAt: 20, dueAt: 2_000, nextDueAt: 3_000 }));
        expect(await store.tipHistory('quay')).toEqual({ cycle: 0, shown: ['knots'], last: 'knots', lastAt: 10 });
      });

      it('stays when the schedule is removed, so that one set anew repeats nothing', async () => {
        await claimed({ claimedAt: 10 });
        await store.removeTipSchedule('quay');
        await store.saveTipSchedule(schedule());
        expect(await store.tipHistory('quay')).toEqual({ cycle: 0, shown: ['knots'], last: 'knots', lastAt: 10 });
      });
    });
  });
}

import type { Store } from '../../core/ports.js';
import type { ClaimedTip, TipSchedule } from '../../core/tips/tips.js';
import { byText, readNumbers } from '../columns.js';
import type { Db, Row } from '../schema.js';
import { transact } from '../transaction.js';

type ScheduleVerbs = 'saveTipSchedule' | 'tipSchedule' | 'removeTipSchedule' | 'pauseTips' | 'dueTips';
type DeliveryVerbs = 'tipHistory' | 'claimTip' | 'takeUnfinishedTips' | 'failTipsClaimedBefore' | 'finishTip' | 'refuseTip';

/** Creates the queries of the daily tips' schedules. */
export function tipScheduleQueries(db: Db): Pick<Store, ScheduleVerbs> {
  return {
    async saveTipSchedule({ guildId, weekdays, ...schedule }) {
      const columns = { ...schedule, weekdays: JSON.stringify(weekdays), ...UNTROUBLED };
      await db
        .insertInto('tipSchedule')
        .values({ guildId, ...columns })
        .onConflict((conflict) => conflict.column('guildId').doUpdateSet(columns))
        .execute();
    },

    async tipSchedule(guildId) {
      const row = await db.selectFrom('tipSchedule').selectAll().where('guildId', '=', guildId).executeTakeFirst();
      return row ? fromRow(row) : null;
    },

    async removeTipSchedule(guildId) {
      // The deliveries stay, so that a schedule set anew does not repeat them.
      await db.deleteFrom('tipSchedule').where('guildId', '=', guildId).execute();
    },

    async pauseTips(guildId, because) {
      await db.updateTable('tipSchedule').set({ pausedBecause: because }).where('guildId', '=', guildId).execute();
    },

    async dueTips(now, limit) {
      const rows = await db
        .selectFrom('tipSchedule')
        .selectAll()
        .where('nextDueAt', '<=', now)
        .orderBy('nextDueAt')
        .orderBy('guildId')
        .limit(limit)
        .execute();
      return rows.map(fromRow);
    },
  };
}

/** Creates the queries of the daily tips' deliveries. */
export function tipDeliveryQueries(db: Db): Pick<Store, DeliveryVerbs> {
  return {
    async tipHistory(guildId) {
      const tips = db.selectFrom('tipDelivery').where('guildId', '=', guildId).where('tipId', 'is not', null);
      const rows = await tips
        .select(['tipId', 'cycle', 'claimedAt'])
        .where(
          'cycle',
          '=',
          tips.select(({ fn }) => fn.max('cycle').as('cycle')),
        )
        .orderBy('claimedAt')
        .orderBy('localDate')
        .execute();
      const cycle = Math.max(0, ...rows.map((row) => row.cycle));
      const last = rows.at(-1);
      return {
        cycle,
        shown: rows.flatMap((row) => (row.cycle === cycle && row.tipId !== null ? [row.tipId] : [])),
        last: last?.tipId ?? null,
        lastAt: last?.claimedAt ?? null,
      };
    },

    claimTip: ({ dueAt, nextDueAt, ...delivery }) =>
      transact(db, async (trx) => {
        // Whoever moves the schedule on has the claim; the others find another due time.
        const moved = await trx
          .updateTable('tipSchedule')
          .set({ nextDueAt })
          .where('guildId', '=', delivery.guildId)
          .where('nextDueAt', '=', dueAt)
          .executeTakeFirst();
        if (moved.numUpdatedRows === 0n) return false;
        const isSkip = delivery.tipId === null;
        const row = { ...delivery, state: isSkip ? 'skipped' : 'claimed', attempts: 1, messageId: null } as const;
        const kept = await trx
          .insertInto('tipDelivery')
          .values(row)
          .onConflict((conflict) => {
            const known = conflict.columns(['guildId', 'localDate']);
            // A day that was skipped had no tip, so one that is due later on it may come.
            return isSkip ? known.doNothing() : known.doUpdateSet(row).where('tipDelivery.state', '=', 'skipped');
          })
          .returning('tipId')
          .executeTakeFirst();
        return typeof kept?.tipId === 'string';
      }),

    async takeUnfinishedTips(claimedBefore, now) {
      const rows = await db
        .updateTable('tipDelivery')
        .set({ attempts: 2, claimedAt: now })
        .where('state', '=', 'claimed')
        .where('claimedAt', '<', claimedBefore)
        .where('attempts', '=', 1)
        .returning(['guildId', 'channelId', 'localDate', 'tipId', 'cycle', 'claimedAt'])
        .execute();
      return rows.sort((a, b) => byText(a.localDate, b.localDate) || byText(a.guildId, b.guildId)) satisfies ClaimedTip[];
    },

    async failTipsClaimedBefore(time) {
      const failed = await db
        .updateTable('tipDelivery')
        .set({ state: 'failed' })
        .where('state', '=', 'claimed')
        .where('claimedAt', '<', time)
        .executeTakeFirst();
      return Number(failed.numUpdatedRows);
    },

    finishTip: (guildId, localDate, end) =>
      transact(db, async (trx) => {
        await trx
          .updateTable('tipDelivery')
          .set(end)
          .where('guildId', '=', guildId)
          .where('localDate', '=', localDate)
          // That it was posted is known for certain; a process that gave up on it must not deny it.
          .where('state', 'in', ['claimed', 'failed'])
          .execute();
        if (end.state === 'sent') await trx.updateTable('tipSchedule').set(UNTROUBLED).where('guildId', '=', guildId).execute();
      }),

    refuseTip: ({ guildId, localDate, channelId }, because, pauseFrom) =>
      transact(db, async (trx) => {
        await trx
          .updateTable('tipDelivery')
          .set({ state: 'skipped', tipId: null })
          .where('guildId', '=', guildId)
          .where('localDate', '=', localDate)
          .where('state', '=', 'claimed')
          .execute();
        const counted = await trx
          .updateTable('tipSchedule')
          .set((row) => ({
            refusals: row('refusals', '+', 1),
            pausedBecause: row
              .case()
              .when('refusals', '>=', pauseFrom - 1)
              .then(because)
              .else(row.ref('pausedBecause'))
              .end(),
          }))
          .where('guildId', '=', guildId)
          // Whoever has chosen another channel meanwhile has repaired it.
          .where('channelId', '=', channelId)
          .returning('refusals')
          .executeTakeFirst();
        return counted?.refusals ?? 0;
      }),
  };
}

/** A schedule that nothing stands in the way of. */
const UNTROUBLED = { pausedBecause: null, refusals: 0 } as const;

function fromRow({ refusals: _, ...row }: Row<'tipSchedule'>): TipSchedule {
  return { ...row, weekdays: readNumbers(row.weekdays) };
}

/** `gaps`: what people told the curator, for eyes and for programs. */
import { stripVTControlCharacters } from 'node:util';
import type { CuratorReport } from '../core/ports.js';
import { type Terminal, wrap } from './output.js';
import { table } from './reports.js';

type Gap = CuratorReport['gaps'][number];
type Label = CuratorReport['labels'][number];

const INDENT = '  ';

/** A question as one line of plain text: an asker's control characters must not move the curator's cursor. */
function plain(text: string): string {
  return stripVTControlCharacters(text)
    .toWellFormed()
    .replace(/\p{Cf}/gu, '')
    .replace(/[\p{Cc}\p{Z}]+/gu, ' ')
    .trim();
}

const day = (time: number): string => new Date(time).toISOString().slice(0, 10);
const times = (count: number): string => (count === 1 ? 'once' : `${count} times`);
const shareHelpful = ({ helpful, notHelpful }: CuratorReport['feedback'][number]): number | null =>
  helpful + notHelpful === 0 ? null : helpful / (helpful + notHelpful);

/** The report as a person reads it: gaps first, for they are work to do. */
export function gapsReport(
  { gaps, labels, feedback }: CuratorReport,
  { width, columns, colors }: Pick<Terminal, 'width' | 'columns' | 'colors'>,
): string {
  if (gaps.length === 0 && labels.length === 0 && feedback.length === 0) {
    const nothing = 'Nothing yet: no question went without an answer, no offered entry was picked, no answer was rated.';
    return `${wrap(nothing, columns)}\n`;
  }
  // Where it is one server's report, its id on every line would say nothing.
  const severalServers = new Set([...gaps, ...labels].map(({ guildId }) => guildId)).size > 1;
  const item = (question: string, details: readonly string[], { count, lastAt, guildId }: Gap | Label): string => {
    const where = severalServers ? [guildId === null ? 'in direct messages' : `in server ${plain(guildId)}`] : [];
    const facts = [...details, times(count), `last on ${day(lastAt)}`, ...where].join(', ');
    return `${wrap(`- ${plain(question)}`, width)}\n${colors.dim(wrap(facts, width, INDENT))}`;
  };
  const gapItems = gaps.map((gap) => {
    const entry = gap.entryId === null ? null : plain(gap.entryId);
    const fault =
      gap.reason === 'unknown'
        ? ['no answer', entry === null ? 'nothing near' : `nearest ${entry}`]
        : [entry === null ? 'did not help' : `${entry} did not help`];
    return item(gap.question, fault, gap);
  });
  const labelItems = labels.map((label) => item(label.question, [`picked ${plain(label.entryId)}`], label));
  const section = (title: string, items: readonly string[]): string =>
    `${colors.bold(wrap(title, width))}\n${items.length === 0 ? 'Nothing yet.' : items.join('\n')}\n`;
  return [
    section('Questions without an answer that helped', gapItems),
    section('What was meant, where several entries were offered', labelItems),
    section('Whether answers helped', feedback.length === 0 ? [] : [feedbackTable(feedback, columns)]),
  ].join('\n');
}

function feedbackTable(feedback: CuratorReport['feedback'], columns: number): string {
  const rows = feedback.map((item) => {
    const share = shareHelpful(item);
    return [plain(item.entryId), String(item.helpful), String(item.notHelpful), share === null ? '-' : `${Math.round(100 * share)} %`];
  });
  return table([['entry', 'helpful', 'not helpful', 'share helpful'], ...rows], columns);
}

/** The report as one JSON object; see README. */
export interface GapsJson {
  readonly gaps: readonly {
    readonly question: string;
    readonly reason: Gap['reason'];
    /** The entry that did not help, or the nearest one. */
    readonly entry: string | null;
    readonly server: string | null;
    readonly count: number;
    /** ISO 8601, in UTC. */
    readonly last: string;
  }[];
  readonly choices: readonly {
    readonly question: string;
    readonly entry: string;
    readonly server: string | null;
    readonly count: number;
    readonly last: string;
  }[];
  readonly feedback: readonly {
    readonly entry: string;
    readonly helpful: number;
    readonly notHelpful: number;
    /** 0 to 1; null where nobody said anything. */
    readonly shareHelpful: number | null;
  }[];
}

/** Shapes the report for programs, in the same order. */
export function gapsToJson({ gaps, labels, feedback }: CuratorReport): GapsJson {
  const last = (time: number): string => new Date(time).toISOString();
  return {
    gaps: gaps.map(({ question, reason, entryId, guildId, count, lastAt }) => ({
      question: plain(question),
      reason,
      entry: entryId,
      server: guildId,
      count,
      last: last(lastAt),
    })),
    choices: labels.map(({ question, entryId, guildId, count, lastAt }) => ({
      question: plain(question),
      entry: entryId,
      server: guildId,
      count,
      last: last(lastAt),
    })),
    feedback: feedback.map((item) => ({
      entry: item.entryId,
      helpful: item.helpful,
      notHelpful: item.notHelpful,
      shareHelpful: shareHelpful(item),
    })),
  };
}

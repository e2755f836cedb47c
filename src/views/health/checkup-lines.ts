// A checkup in lines: what needs a person first, then what isn't known, then what's fine.

import type { CheckState, Finding } from '../../domain/health/checkup.js';
import type { Words } from '../catalogue.js';
import { joined, phrase } from '../render/text.js';
import type { Text } from '../words/text-types.js';
import { type CheckWords, checkWords } from './checkup-words.js';

/** One finding, or several that failed for the same reason. */
export interface CheckLine extends CheckWords {
  readonly icon: Text;
  readonly title: Text;
}

/** The icon of each state, always beside words. */
export const checkIcons: Readonly<Record<CheckState, Text>> = {
  wrong: phrase`❌`,
  warning: phrase`⚠️`,
  notChecked: phrase`🔎`,
  good: phrase`✅`,
};

/** The findings that need a person, and the checks that failed, one line for each reason. */
export function checkupLines(
  findings: readonly Finding[],
  words: Words,
): {
  readonly needed: readonly CheckLine[];
  readonly unknown: readonly CheckLine[];
} {
  const needed = findings
    .filter(({ state }) => state === 'wrong' || state === 'warning')
    .map((finding) => checkLine(finding, words));
  const unknown = new Map<string, CheckLine>();
  for (const line of findings
    .filter(({ state }) => state === 'notChecked')
    .map((finding) => checkLine(finding, words))) {
    const same = unknown.get(line.found);
    unknown.set(line.found, same ? together(same, line) : line);
  }
  return { needed, unknown: [...unknown.values()] };
}

function together(one: CheckLine, other: CheckLine): CheckLine {
  const title = phrase`${one.title}, ${other.title}`;
  // The same advice isn't given twice.
  const isSaid = other.cure === undefined || one.cure?.includes(other.cure);
  return { ...one, title, cure: isSaid ? one.cure : joined([one.cure ?? '', other.cure ?? '']) };
}

/** A finding as a line. */
export function checkLine(finding: Finding, words: Words): CheckLine {
  const title = words.checkup.titles[finding.check];
  return { icon: checkIcons[finding.state], title, ...checkWords(finding, words) };
}

/** One line for everything that's fine; none when nothing is. */
export function fineLine(findings: readonly Finding[], { checkup: { titles, fine } }: Words): readonly Text[] {
  const good = findings.filter(({ state }) => state === 'good').map(({ check }) => titles[check]);
  const names = [...new Set(good)];
  return names.length === 0 ? [] : [fine({ count: names.length, names: joined(names, ', ') })];
}

/** A checkup for a terminal: every finding with its icon and cure, and the total. */
export function checkupText(findings: readonly Finding[], words: Words): string {
  const { needed, unknown } = checkupLines(findings, words);
  const lines = [
    ...needed,
    ...unknown,
    ...findings.filter(({ state }) => state === 'good').map((finding) => checkLine(finding, words)),
  ];
  const text = lines.flatMap(({ icon, title, found, cure }, index) => {
    const next = lines[index + 1];
    // Findings of one check may share a cure.
    const isToldBelow = next?.title === title && next.cure === cure;
    return [`${icon} ${title}: ${found}`, ...(cure === undefined || isToldBelow ? [] : [`   → ${cure}`])];
  });
  const sums = states.flatMap((state) => {
    const count = findings.filter((finding) => finding.state === state).length;
    return count === 0 ? [] : [`${count} ${words.checkup.sums[state]}`];
  });
  return [...text, '', `${sums.join(', ')}.`, ''].join('\n');
}

const states: readonly CheckState[] = ['wrong', 'warning', 'notChecked', 'good'];

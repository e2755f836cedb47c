// A checkup in lines: what needs a person first, then what isn't known, then what's fine.
import type { CheckState, Finding } from '../../domain/health/checkup.js';
import { counted } from '../render/text.js';
import { type CheckWords, checkTitles } from './checkup-names.js';
import { checkWords } from './checkup-words.js';

/** One finding, or several that failed for the same reason. */
export interface CheckLine extends CheckWords {
  readonly icon: string;
  readonly title: string;
}

/** The icon of each state, always beside words. */
export const checkIcons: Readonly<Record<CheckState, string>> = {
  wrong: '❌',
  warning: '⚠️',
  notChecked: '🔎',
  good: '✅',
};

/** The findings that need a person, and the checks that failed, one line for each reason. */
export function checkupLines(findings: readonly Finding[]): {
  readonly needed: readonly CheckLine[];
  readonly unknown: readonly CheckLine[];
} {
  const needed = findings.filter(({ state }) => state === 'wrong' || state === 'warning').map(checkLine);
  const unknown = new Map<string, CheckLine>();
  for (const line of findings.filter(({ state }) => state === 'notChecked').map(checkLine)) {
    const same = unknown.get(line.found);
    unknown.set(line.found, same ? joined(same, line) : line);
  }
  return { needed, unknown: [...unknown.values()] };
}

function joined(one: CheckLine, other: CheckLine): CheckLine {
  const title = `${one.title}, ${inSentence(other.title)}`;
  // The same advice isn't given twice.
  const isSaid = other.cure === undefined || one.cure?.includes(other.cure);
  return { ...one, title, cure: isSaid ? one.cure : [one.cure, other.cure].filter(Boolean).join(' ') };
}

/** A finding as a line. */
export function checkLine(finding: Finding): CheckLine {
  return { icon: checkIcons[finding.state], title: checkTitles[finding.check], ...checkWords(finding) };
}

/** One line for everything that's fine; none when nothing is. */
export function fineLine(findings: readonly Finding[]): readonly string[] {
  const titles = [...new Set(findings.filter(({ state }) => state === 'good').map(({ check }) => checkTitles[check]))];
  if (titles.length === 0) return [];
  const names = titles.map((title, index) => (index === 0 ? title : inSentence(title))).join(', ');
  return [`✅ ${counted(titles.length, 'check')} ${titles.length === 1 ? 'is' : 'are'} fine: ${names}.`];
}

/** A checkup for a terminal: every finding with its icon and cure, and the total. */
export function checkupText(findings: readonly Finding[]): string {
  const { needed, unknown } = checkupLines(findings);
  const lines = [...needed, ...unknown, ...findings.filter(({ state }) => state === 'good').map(checkLine)];
  const text = lines.flatMap(({ icon, title, found, cure }, index) => {
    const next = lines[index + 1];
    // Findings of one check may share a cure.
    const isToldBelow = next?.title === title && next.cure === cure;
    return [`${icon} ${title}: ${found}`, ...(cure === undefined || isToldBelow ? [] : [`   → ${cure}`])];
  });
  const sums = sumWords.flatMap(([state, words]) => {
    const count = findings.filter((finding) => finding.state === state).length;
    return count === 0 ? [] : [`${count} ${words}`];
  });
  return [...text, '', `${sums.join(', ')}.`, ''].join('\n');
}

const sumWords: readonly (readonly [CheckState, string])[] = [
  ['wrong', 'wrong'],
  ['warning', 'to look at'],
  ['notChecked', 'not checked'],
  ['good', 'fine'],
];

// Proper names keep their capitals.
function inSentence(title: string): string {
  return /^(Settings|People|Sign-in|Multifactor|Groups|Roles|Bot’s|App’s|Clock|Data)/.test(title)
    ? title.charAt(0).toLowerCase() + title.slice(1)
    : title;
}

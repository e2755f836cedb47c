// The questions before a change, and before something is granted.
import { OperatorError } from '../domain/errors.js';

/** A person said no, or pressed Ctrl-C, or there was no one to ask. What was done until then stays. */
export class SetupStopped extends OperatorError {
  readonly code = 'setupStopped';

  constructor(why: string) {
    super(why, 'What’s there already stays. To continue, run the same command again.');
  }
}

/** Asks, and remembers a yes to everything that grants nothing. */
export class Questions {
  readonly #ask: (question: string) => Promise<string | undefined>;
  #isYesToChanges: boolean;

  constructor(ask: (question: string) => Promise<string | undefined>, yes: boolean) {
    this.#ask = ask;
    this.#isYesToChanges = yes;
  }

  /**
   * Before a command that changes something and grants nothing.
   * @throws SetupStopped
   */
  async beforeChange(): Promise<void> {
    if (this.#isYesToChanges) return;
    const answer = await this.#answer('   Run it? [y]es, [a]ll that grant nothing, [N]o: ');
    if (/^a(?:ll)?$/i.test(answer)) this.#isYesToChanges = true;
    else if (!isYes(answer)) throw new SetupStopped('Stopped: this command wasn’t run.');
  }

  /**
   * Before something is granted, or something is used that may be another's. Asked always.
   * @throws SetupStopped where there's no one to ask.
   */
  async confirms(what: string): Promise<boolean> {
    return isYes(await this.#answer(`   ${what} [y/N]: `));
  }

  async #answer(question: string): Promise<string> {
    const answer = await this.#ask(question);
    if (answer === undefined) throw new SetupStopped('Stopped: no answer to this question.');
    return answer.trim();
  }
}

function isYes(answer: string): boolean {
  return /^y(?:es)?$/i.test(answer);
}

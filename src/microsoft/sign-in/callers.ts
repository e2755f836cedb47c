// Whose token a service gets: the signed-in person's, or the application's own.

import type { MicrosoftError } from '../../domain/errors.js';
import type { Caller } from '../http/http-client.js';
import type { Tokens } from './tokens.js';

/** The signed-in person, at the service of a scope. */
export class SignedInPerson implements Caller {
  readonly #tokens: Tokens;
  readonly #scope: string;

  constructor(tokens: Tokens, scope: string) {
    this.#tokens = tokens;
    this.#scope = scope;
  }

  token(claims?: string): Promise<string> {
    return this.#tokens.token(this.#scope, claims);
  }

  drop(): void {
    this.#tokens.drop(this.#scope);
  }

  hasMfa(): boolean | undefined {
    return this.#tokens.signIn().hasMfa;
  }

  accepted(): void {
    this.#tokens.accepted(this.#scope);
  }

  rejected(error: MicrosoftError): void {
    this.#tokens.rejected(this.#scope, error);
  }
}

/** The application without a person, at the service of a scope. What becomes of its token says nothing of the sign-in. */
export class ApplicationAlone implements Caller {
  readonly #tokens: Tokens;
  readonly #scope: string;

  constructor(tokens: Tokens, scope: string) {
    this.#tokens = tokens;
    this.#scope = scope;
  }

  token(claims?: string): Promise<string> {
    return this.#tokens.applicationToken(this.#scope, claims);
  }

  drop(): void {
    this.#tokens.drop(this.#scope);
  }
}

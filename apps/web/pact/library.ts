/** Pact, which lies beside the app's packages and not among them: whoever only builds the app does not fetch it. */
import { createRequire } from 'node:module';
import { join } from 'node:path';

interface Answer {
  headers(expected: Record<string, unknown>): Answer;
  jsonBody(expected: unknown): Answer;
}

interface Question extends Answer {
  query(asked: Record<string, unknown>): Question;
  headers(sent: Record<string, unknown>): Question;
  jsonBody(sent: unknown): Question;
}

interface Interaction {
  given(state: string): Interaction;
  uponReceiving(what: string): Interaction;
  withRequest(method: string, path: unknown, question?: (question: Question) => void): Interaction;
  willRespondWith(status: number, answer?: (answer: Answer) => void): Interaction;
  executeTest<T>(test: (mock: { url: string }) => Promise<T>): Promise<T>;
}

interface Matchers {
  like(example: unknown): unknown;
  integer(example: number): unknown;
  boolean(example: boolean): unknown;
  regex(pattern: RegExp, example: string): unknown;
  eachLike(example: unknown): unknown;
  fromProviderState(expression: string, example: string | number): unknown;
  uuid(example?: string): unknown;
}

interface Library {
  PactV4: new (between: { consumer: string; provider: string; dir?: string; logLevel: string }) => { addInteraction(): Interaction };
  MatchersV3: Matchers;
}

const packages = `${process.env.MRBILL_PACT}`;
const { PactV4, MatchersV3 } = createRequire(join(packages, 'package.json'))('@pact-foundation/pact') as Library;

export const { like, integer, boolean, regex, eachLike, fromProviderState, uuid } = MatchersV3;
export type { Answer, Question };

export function between(provider: string): () => Interaction {
  const pact = new PactV4({ consumer: 'web', provider, dir: process.env.MRBILL_PACTS, logLevel: 'error' });
  return () => pact.addInteraction();
}

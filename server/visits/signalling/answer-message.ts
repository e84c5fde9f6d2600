import type { Logger } from 'pino';
import { problemOf, type Refusal, unexpectedProblem } from '../../edge/index.ts';
import { type ClientMessageName, clientMessages, type SocketRefusal } from '../protocol.ts';
import { signallingRefusals } from '../refusals.ts';
import type { Client } from './client.ts';
import type { HandlerTools } from './handler-tools.ts';
import { handlers } from './handlers.ts';

type Result = { ok: true; answer: unknown } | SocketRefusal;

const isMessageName = (name: string): name is ClientMessageName => Object.hasOwn(clientMessages, name);

/** Checks a message, has it handled, and says what came of it. Never throws. */
export async function answerMessage(
  client: Client,
  name: string,
  message: unknown,
  tools: HandlerTools,
  log: Logger,
): Promise<Result> {
  if (!isMessageName(name)) return refusalFor(client, signallingRefusals.unknown_message());
  const parsed = clientMessages[name].safeParse(message);
  if (!parsed.success) return refusalFor(client, signallingRefusals.malformed_message());
  const handle = handlers[name] as (
    client: Client,
    message: unknown,
    tools: HandlerTools,
  ) => Promise<unknown>;
  try {
    return { ok: true, answer: await handle(client, parsed.data, tools) };
  } catch (error) {
    const problem = problemOf(error, client.language);
    if (!problem) log.error({ err: error, message: name }, 'a message could not be handled');
    const { code, title } = problem ?? unexpectedProblem(client.language);
    return { ok: false, code, title };
  }
}

export function refusalFor({ language }: Pick<Client, 'language'>, refusal: Refusal): SocketRefusal {
  return { ok: false, code: refusal.code, title: refusal.say(language) };
}

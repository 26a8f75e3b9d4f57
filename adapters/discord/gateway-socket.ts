import type { Agent } from 'node:http';
import { createRequire } from 'node:module';
import type WS from 'ws';

// discord.js opens its gateway by the class that `ws` calls WebSocket, and can be told neither an
// agent nor a class of its own. It looks the class up once, when it is loaded: this file must be
// imported before it, and so stands first in start.ts.

/** The way to an address; undefined to connect straight. */
type AgentOf = (address: string | URL) => Agent | undefined;

let agentOf: AgentOf = () => undefined;

/** From now on connections to the gateway are made by these agents. */
export function connectBy(agents: AgentOf): void {
  agentOf = agents;
}

/** The very copy of `ws` that discord.js loads, wherever it was installed. */
const ws = ['discord.js', '@discordjs/ws'].reduce(
  (require, name) => createRequire(require.resolve(name)),
  createRequire(import.meta.url),
)('ws') as typeof WS;

class GatewaySocket extends ws {
  constructor(address: string | URL, protocols?: string | string[], options?: WS.ClientOptions) {
    const agent = agentOf(address);
    super(address, protocols, { ...options, ...(agent && { agent }) });
    // a handshake that breaks after discord.js let go of it must not end the process
    this.on('error', () => {});
  }
}

Object.assign(ws, { WebSocket: GatewaySocket });

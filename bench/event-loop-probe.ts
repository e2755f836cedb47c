// Preloaded into a bot (`--import`): tells the process that started it for how long its event loop was held at most.
import { monitorEventLoopDelay } from 'node:perf_hooks';

// Every millisecond the loop is asked to pass by; what comes later was held up.
const delays = monitorEventLoopDelay({ resolution: 1 });
delays.enable();

process.on('message', () => {
  process.send?.({ longestHoldMs: delays.max / 1e6 });
  delays.reset();
});
// The channel for asking doesn't keep the bot alive.
process.channel?.unref();

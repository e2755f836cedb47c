// What a span may say, whatever an instrumentation would have it say.
import type { Attributes, AttributeValue, Span, SpanOptions, Tracer, TracerProvider } from '@opentelemetry/api';

// Method, host, path and status. Addresses of people, user agents and texts of errors, which name files and hosts, are left out.
const allowed: readonly string[] = [
  'http.request.method',
  'http.response.status_code',
  'error.type',
  'server.address',
  'server.port',
  'url.full',
  'url.path',
  'url.scheme',
];

/** A provider whose spans take those attributes only, and no events and no texts of errors. */
export function restrained(provider: TracerProvider): TracerProvider {
  return {
    getTracer(...named): Tracer {
      const tracer = provider.getTracer(...named);
      const startSpan: Tracer['startSpan'] = (name, options, context) =>
        held(tracer.startSpan(name, optionsOf(options), context));
      // The instrumentations start spans by themselves and make none of them active by this way.
      return { startSpan, startActiveSpan: tracer.startActiveSpan.bind(tracer) };
    },
  };
}

function optionsOf({ attributes, ...options }: SpanOptions = {}): SpanOptions {
  return { ...options, ...(attributes && { attributes: only(attributes) }) };
}

function held(span: Span): Span {
  const { setAttribute, setStatus } = span;
  const set = (attributes: Attributes) => {
    for (const [name, value] of Object.entries(only(attributes))) {
      if (value !== undefined) setAttribute.call(span, name, value);
    }
    return span;
  };
  return Object.assign(span, {
    setAttribute: (name: string, value: AttributeValue) => set({ [name]: value }),
    setAttributes: set,
    setStatus: ({ code }: Parameters<Span['setStatus']>[0]) => setStatus.call(span, { code }),
    addEvent: () => span,
    recordException: () => undefined,
  });
}

function only(attributes: Attributes): Attributes {
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => allowed.includes(name)));
}

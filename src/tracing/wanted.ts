// Whether OpenTelemetry's own variables ask for traces.

const destinations = ['OTEL_EXPORTER_OTLP_ENDPOINT', 'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT', 'OTEL_TRACES_EXPORTER'];

/**
 * Whether traces are to be sent somewhere. Without any of the variables nothing of OpenTelemetry is loaded.
 * @see https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/ (checked 2026-11-22)
 */
export function areTracesWanted(environment: Readonly<Record<string, string | undefined>>): boolean {
  const { OTEL_SDK_DISABLED, OTEL_TRACES_EXPORTER } = environment;
  if (OTEL_SDK_DISABLED?.trim().toLowerCase() === 'true' || OTEL_TRACES_EXPORTER?.trim() === 'none') return false;
  return destinations.some((name) => (environment[name] ?? '').trim() !== '');
}

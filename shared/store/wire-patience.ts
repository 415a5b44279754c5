/**
 * How long every client waits on its wire. Without it a connection that nobody answers is waited for until the
 * function's own end, and takes the whole batch along.
 */
export const WIRE_PATIENCE = {
  requestHandler: { connectionTimeout: 3_000, requestTimeout: 20_000, throwOnRequestTimeout: true },
}

export { PostgresError, type PostgresErrorCode, postgresErrors } from "./errors.ts";
export { freePort } from "./server.ts";
export { type Postgres, type PostgresOptions, startPostgres, stopPostgres } from "./start.ts";

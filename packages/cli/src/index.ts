export { CliError, type CliErrorCode, cliErrors } from "./errors.ts";
export { main } from "./main.ts";

/** The package ships its zod schemas without declarations; schema.ts gives them their type where they come in. */
declare module 'discord-api-spec/zod';

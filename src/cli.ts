/** The terminal: arguments in, text out, exit code. 0 done, 1 a check fell short, 2 bad arguments or a knowledge folder that does not load. */
import { resolve } from 'node:path';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import dotenv from 'dotenv';
import { ConfigError } from './core/errors.js';
import { createApp, type Engine, evaluateFile, lintKnowledge, loadEngine } from './process/app.js';
import { cacheDirOf, readConfig, requireToken } from './process/config.js';
import { ownEnvFile } from './process/env-file.js';
import { askLines, askOne, statsLine } from './terminal/ask.js';
import { chat } from './terminal/chat.js';
import { gapsReport, gapsToJson } from './terminal/gaps.js';
import { processTerminal, progressLine, type Terminal, wrap } from './terminal/output.js';
import { evaluationReport, lintReport, missesReport } from './terminal/reports.js';

const envFile = ownEnvFile();
for (const note of envFile.notes) process.stderr.write(`dockmaster: ${note}\n`);
dotenv.populate(process.env as Record<string, string>, dotenv.parse(envFile.text));
const terminal = processTerminal(process.stdout, process.stderr, process.env);

// Who reads only the beginning ("| head") is no error: nobody is left to write to.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  process.stderr.write(`dockmaster: cannot write: ${error.message}\n`);
  process.exit(1);
});

process.exitCode = await run(process.argv.slice(2));

async function run(argv: readonly string[]): Promise<number> {
  let code = 0;
  const program = createProgram(terminal, (result) => {
    code = result;
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof ConfigError)) throw error;
    terminal.err(`dockmaster: ${error.message}\n`);
    return 2;
  }
}

interface KnowledgeOption {
  readonly knowledge?: string;
}

/** Loads the engine with a progress line while it trains. */
async function load({ knowledge }: KnowledgeOption): Promise<Engine> {
  const config = readConfig(process.env);
  const progress = progressLine(terminal, 'Learning the knowledge base');
  const knowledgeDir = knowledge === undefined ? config.knowledgeDir : resolve(knowledge);
  try {
    const cacheDir = cacheDirOf(knowledgeDir, config.knowledgeDir);
    return await loadEngine({ knowledgeDir, cacheDir }, progress.update);
  } finally {
    progress.done();
  }
}

function createProgram({ out, err }: Pick<Terminal, 'out' | 'err'>, exit: (code: number) => void): Command {
  const program = new Command('dockmaster')
    .description('Answers questions from a curated knowledge base, or says that it does not know.')
    .exitOverride()
    .configureOutput({ writeOut: out, writeErr: (text) => err(text.replace(/^error: /, 'dockmaster: ')) })
    .showHelpAfterError('("--help" lists the options)');
  const knowledgeOption = (): Option => new Option('--knowledge <dir>', 'another knowledge folder').argParser(folderName);

  program
    .command('ask')
    .description('answer one question, or a file of questions')
    .argument('[question...]', 'the question, in your own words')
    .option('--json', 'print one JSON object')
    .option(
      '--jsonl <file>',
      'answer {"id","question"} or {"id","turns":[...]} lines of a file ("-": standard input), one JSON line for each turn',
    )
    .addOption(new Option('--top <n>', 'candidates in the JSON at the most').default(5).argParser(wholeNumber))
    .addOption(knowledgeOption())
    .option('--stats', 'print one JSON line of figures to standard error at the end')
    .action(
      async (words: string[], options: KnowledgeOption & { json?: true; jsonl?: string; top: number; stats?: true }, command: Command) => {
        if (options.jsonl === undefined && words.length === 0)
          command.error('dockmaster: expected a question or --jsonl <file>, got neither');
        if (options.jsonl !== undefined && words.length > 0) command.error('dockmaster: expected a question or --jsonl <file>, got both');
        const started = performance.now();
        const engine = await load(options);
        const loadMs = performance.now() - started;
        const times: number[] = [];
        const context = { knowledge: engine.knowledge, answerer: createApp(engine), terminal, top: options.top, times };
        exit(
          options.jsonl === undefined
            ? await askOne(words.join(' '), options.json === true, context)
            : await askLines(options.jsonl, context),
        );
        if (options.stats) err(`${statsLine(engine.knowledge, loadMs, times)}\n`);
      },
    );

  program
    .command('chat')
    .description('a conversation in the terminal')
    .addOption(knowledgeOption())
    .action(async (options: KnowledgeOption) => {
      const engine = await load(options);
      exit(await chat({ knowledge: engine.knowledge, answerer: createApp(engine), terminal, input: process.stdin }));
    });

  program
    .command('lint')
    .description('check the knowledge folder by the rules of curation')
    .addOption(knowledgeOption())
    .action(async (options: KnowledgeOption) => {
      const results = lintKnowledge(await load(options));
      out(lintReport(results, terminal));
      exit(results.some(({ faults }) => faults.length > 0) ? 1 : 0);
    });

  program
    .command('evaluate')
    .description('measure the answers to labelled questions')
    .argument('<file>', 'labelled questions, as in knowledge/evaluation.yml')
    .addOption(knowledgeOption())
    .option('--json', 'print the figures as one JSON object')
    .option('--misses', 'list the questions that did not come out as expected')
    .addOption(new Option('--floor <share>', 'exit with 1 where the accuracy is below this, 0 to 1').argParser(share))
    .action(async (file: string, options: KnowledgeOption & { json?: true; misses?: true; floor?: number }) => {
      const engine = await load(options);
      const progress = progressLine(terminal, 'Asking');
      const { evaluation, judged, conversations } = await evaluateFile(engine, resolve(file), progress.update);
      progress.done();
      if (options.json) out(`${JSON.stringify({ ...evaluation, conversations })}\n`);
      else out(evaluationReport(evaluation, conversations, terminal));
      if (options.misses) out(`\n${missesReport(judged, terminal)}`);
      if (options.floor !== undefined && evaluation.accuracy < options.floor) {
        err(`dockmaster: the accuracy ${evaluation.accuracy.toFixed(3)} is below the floor ${options.floor}\n`);
        exit(1);
      }
    });
  program
    .command('deploy')
    .description('tell Discord which commands the bot has; the bot does so itself when it starts')
    .action(async () => {
      const config = readConfig(process.env);
      // Loaded where it is needed: an answer in the terminal does not wait for the Discord library.
      const { commandsOf } = await import('./discord/commands/index.js');
      const { deployWithToken } = await import('./discord/connection/deploy.js');
      const { outcome, commands } = await deployWithToken(requireToken(config), config.apiUrl, commandsOf);
      const names = commands.map(({ data, kind }) => (kind === 'slash' ? `/${data.name}` : data.name)).join(', ');
      const said = outcome === 'unchanged' ? 'Discord already has these commands' : 'Discord now has these commands';
      out(`${wrap(`${said}: ${names}`, terminal.columns)}\n`);
    });

  program
    .command('invite')
    .description('print the link that adds the bot to a server, with the permissions it needs')
    .action(async () => {
      const { inviteLink, NEEDED } = await import('./discord/connection/permissions.js');
      out(`${inviteLink(requireToken(readConfig(process.env)))}\n`);
      err(`${wrap(`It asks for: ${NEEDED.map(({ name }) => name).join(', ')}.`, terminal.columns)}\n`);
    });

  program
    .command('gaps')
    .description('print what people asked in vain, which answers helped, and what they chose when several were offered')
    .option('--json', 'print one JSON object')
    .option('--server <id>', 'of one server only')
    .action(async (options: { json?: true; server?: string }) => {
      const { databaseUrl } = readConfig(process.env);
      const { curatorReport } = await import('./process/service.js');
      const report = await curatorReport(databaseUrl, options.server);
      out(options.json ? `${JSON.stringify(gapsToJson(report))}\n` : gapsReport(report, terminal));
    });
  for (const command of program.commands) command.exitOverride().configureOutput(program.configureOutput());
  return program;
}

function folderName(text: string): string {
  if (text.trim() === '') throw new InvalidArgumentError('expected a folder.');
  return text;
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError('expected a whole number from 1.');
  return Number(text);
}

function share(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= 0 && value <= 1)) throw new InvalidArgumentError('expected a number from 0 to 1.');
  return value;
}

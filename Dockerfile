FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
# Of the tools the compiler and the types alone: the tests' browser and database would be four times as large as all the rest. What is
# left has the versions of package-lock.json.
RUN node -e "const all = require('./package.json'); for (const name in all.devDependencies) if (!/^(typescript|@types\/)/.test(name)) delete all.devDependencies[name]; require('fs').writeFileSync('package.json', JSON.stringify(all))" \
  && npm install --ignore-scripts --no-audit --no-fund
COPY tsconfig.json ./
COPY src ./src
RUN npx tsc && npm prune --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:24-slim
ENV NODE_ENV=production HTTP_HOST=0.0.0.0 HTTP_PORT=8080
WORKDIR /app
COPY package.json LICENSE ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY knowledge ./knowledge
# The database and the trained model; the only folder that is written to.
RUN mkdir data && chown node:node data
VOLUME /app/data
USER node
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.HTTP_PORT}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# As a list, so that the signal to stop reaches the bot and no shell.
CMD ["node", "dist/main.js"]

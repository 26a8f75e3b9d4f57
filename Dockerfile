# Builds for the machine it is built on, or with `docker buildx build --platform linux/amd64,linux/arm64`:
# the native addons are compiled from source.
FROM node:20-bookworm-slim AS build
RUN apt-get update \
  && apt-get install --yes --no-install-recommends python3 make g++ \
  && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
ENV npm_config_build_from_source=true
# the addons alone: a change of our own sources leaves this layer as it is
RUN npm ci --ignore-scripts && npm rebuild better-sqlite3 nodejieba
COPY tsconfig.json tsconfig.build.json rolldown.config.js ./
COPY src src
COPY adapters adapters
COPY test test
RUN npm run build \
  && npm prune --omit=dev --ignore-scripts \
  # what the addons were compiled from and by is not needed to run them
  && find node_modules/better-sqlite3 node_modules/nodejieba -name '*.o' -delete \
  # nor are maps, types, and bundles for browsers: a third of it
  && find node_modules -type f '(' -name '*.map' -o -name '*.d.ts' -o -name '*.d.mts' -o -name '*.d.cts' ')' -delete \
  && rm -rf node_modules/echarts/dist node_modules/better-sqlite3/deps node_modules/better-sqlite3/src dist/test

FROM node:20-bookworm-slim
ENV NODE_ENV=production CORPUS_DIR=/corpus STATE_DIR=/state HOST=0.0.0.0
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY --from=build /app/src/language/data src/language/data
COPY --from=build /app/src/postgres/migrations src/postgres/migrations
COPY --from=build /app/adapters/web/assets adapters/web/assets
COPY corpus /corpus
RUN mkdir /state && chown node:node /state
USER node
VOLUME ["/state"]
STOPSIGNAL SIGTERM
# with HEALTH_PORT set the bots are asked; without, it is enough that the process runs
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "const port = process.env.HEALTH_PORT; if (port) fetch(`http://127.0.0.1:${port}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "--max-semi-space-size=8", "dist/program/yuanwen.js"]

# Gatehouse in a container: builds with everything, runs with what it needs, as a user who can write to /data only.
# For how to start it, see docs/1-hosting.md.
FROM node:24.21.0-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY tsconfig.json tsconfig.build.json ./
COPY types ./types
COPY scripts/bundle.mjs ./scripts/
COPY src ./src
RUN npm run build && npm prune --omit=dev

FROM node:24.21.0-bookworm-slim
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY cards ./cards
COPY roles ./roles
COPY database ./database
RUN install --directory --owner=1000 --group=1000 --mode=0700 /data
# A folder of its own in the volume: the sandbox's file is beside the data folder, not in it.
ENV HOST=0.0.0.0 PORT=3978 DATA_DIR=/data/gatehouse
VOLUME /data
EXPOSE 3978
# By number, so that an orchestrator can see that it isn't root.
USER 1000:1000
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Without a shell or npm in between: the process takes SIGTERM itself, and saves what is under way.
CMD ["node", "--max-semi-space-size=8", "dist/main.js"]

# docker build -t arlint . && docker run --rm -v "$PWD:/work" arlint check articles
# To repair files as their owner: docker run --rm -u "$(id -u):$(id -g)" -v "$PWD:/work" arlint fix articles
FROM python:3.12-slim AS build
WORKDIR /src
COPY pyproject.toml README.md LICENSE ./
COPY arlint arlint
COPY plugins plugins
RUN pip wheel --no-cache-dir --disable-pip-version-check --wheel-dir /wheels .

FROM python:3.12-slim
COPY --from=build /wheels /wheels
RUN pip install --no-cache-dir --disable-pip-version-check --no-index --find-links /wheels arlint && rm -r /wheels \
    && useradd --create-home arlint
ENV ARLINT_CACHE_DIR=/tmp/arlint PYTHONUTF8=1 LANG=C.UTF-8
USER arlint
WORKDIR /work
ENTRYPOINT ["arlint"]
CMD ["check", "."]

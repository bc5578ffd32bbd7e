#!/usr/bin/env bash
# Puts together what both functions need: the code, the pinned packages, the pages and the public keys.
#     deploy/aws/build.sh KEYS       KEYS holds counselling/, press/ and recovery/ with public keys
set -euo pipefail
keys=$(realpath "${1:?name the folder with the public keys}")
cd "$(dirname "$0")/../.."
test -d output/contact || { echo "Build the site first: make publish SITEURL=https://…" >&2; exit 1; }
CONTACT_KEYS="$keys" "${PYTHON:-.venv/bin/python}" -m contact health
rm -rf deploy/aws/build
mkdir -p deploy/aws/build
"${PYTHON:-.venv/bin/python}" -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: \
  --python-version 3.12 --implementation cp --platform manylinux2014_x86_64 --platform manylinux_2_28_x86_64 \
  --target deploy/aws/build --requirement requirements/contact-aws.txt
cp -r contact deploy/aws/build/contact
cp -r output/contact deploy/aws/build/pages
cp -r "$keys" deploy/aws/build/keys

#!/bin/sh
# Publishes into output/ and keeps the list of published addresses, from anywhere that runs commands:
#   SITEURL=https://www.example.org DEMO=1 CONTACT_FORMS=false PUSH=main deploy/publish.sh
# PUSH names the branch to which the renewed list is pushed; without it the change is only named.
set -eu
make publish SITEURL="$SITEURL" DEMO="${DEMO:-}" CONTACT_FORMS="${CONTACT_FORMS:-}" ONION="${ONION:-}"
if [ -z "${PUSH:-}" ] || git diff --quiet -- content/ledger; then
  exit 0
fi
git -c user.name="${GIT_NAME:-publication}" -c user.email="${GIT_EMAIL:-publication@localhost}" \
  commit --quiet --message "The list of published addresses, renewed by the publication [skip ci]" -- content/ledger
git push --quiet origin "HEAD:$PUSH"

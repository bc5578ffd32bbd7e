#!/bin/sh
# Builds a preview of a proposed change and marks every problem on its line: deploy/check.sh github|gitlab|sarif
# Writes preview/ (drafts among it), build.log, and annotations.json for the two forms that are files.
set -u
form=$1
if make html > build.log 2>&1; then failed=; else failed=1; fi
cat build.log
if [ "$form" = github ]; then
  make --silent annotations FORM=github FAILED=$failed < build.log
else
  make --silent annotations FORM="$form" FAILED=$failed < build.log > annotations.json
fi
[ -z "$failed" ]

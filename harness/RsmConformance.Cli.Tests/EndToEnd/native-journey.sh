#!/usr/bin/env bash
# What somebody does who has a librsm.so and nothing else: every command of the README's section on it, as it stands there.
#
#     native-journey.sh README LIBRARY
#
# Runs in a folder that holds what a built checkout holds; ends at the first surprise. The library is the repository's own C
# library, of which its owner knows what the three lines of the bed ask for.
set -euo pipefail
readme=$1 library=$2

# commands: the first block of the section.
commands() {
    awk '/^## /{inside = ($0 == "## Testing a librsm.so")} inside && /^    /{found = 1; print; next} inside && found{exit}' "$readme"
}

edit() {
    sed -i 's/id: 1 .*EDIT.*/id: 2/
            s/name: sci0 }.*EDIT.*/name: sci1 }/
            s/environment: {.*EDIT.*/environment: { RSM_IUT_NODE: "2", RSM_IUT_STATE: "{state}" }/' "$1"
    [[ $(grep -cE '^ +(id: 2|- .* name: sci1 }|environment: .*RSM_IUT_NODE.*)$' "$1") == 3 ]]
    if grep -v '^#' "$1" | grep EDIT; then
        echo "surprise: a line to edit that this journey does not know"
        return 1
    fi
}

commands >commands.txt
[[ $(wc -l <commands.txt) == 6 ]]
while IFS= read -r command <&3; do
    echo "\$ $command"
    eval "${command//PATH\/librsm.so/$library}"
    [[ $command == *"init native bed"* ]] && edit bed/bed.yaml
done 3<commands.txt

grep -q '"verdict":"PASS"' out/run/results.jsonl
grep -q '</html>' out/run/report.html
echo "the report is there"

echo "$MODE: release $1 begins, token $2"

#!/usr/bin/env bash
# Adds a migration of the given name to both providers and writes schema.sqlserver.sql anew: db/add-migration.sh AddSomething
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet tool restore >/dev/null
for provider in Sqlite SqlServer; do
  dotnet ef migrations add "${1:?a name, such as AddSomething}" -p "db/$provider" -s "db/$provider" -o Migrations
done
dotnet ef dbcontext script -p db/SqlServer -s db/SqlServer -o db/schema.sqlserver.sql
sed -i '1s/^\xEF\xBB\xBF//; s/\r$//' db/schema.sqlserver.sql

#!/bin/sh
# Runs once, when the database's data are new: the application's own role, which owns its database and may make the analysts' role.
set -eu
psql --set ON_ERROR_STOP=1 --username postgres --set password="$(cat /run/secrets/postgres_trials)" <<'SQL'
CREATE ROLE trials LOGIN CREATEROLE PASSWORD :'password';
CREATE DATABASE trials OWNER trials;
SQL

#!/bin/sh
# Makes the user that the application connects as, with the password of its secret, also where that was renewed, and lets it append,
# read streams and read everything; nothing else.
set -eu
server=https://eventstore:2113
ask() {
  curl --silent --show-error --cacert /run/secrets/eventstore_ca --config /tmp/admin "$@"
}
status() {
  curl --silent --show-error --cacert /run/secrets/eventstore_ca --config "$1" --output /dev/null --write-out '%{http_code}' "$2"
}

umask 077
printf 'user = "admin:%s"\n' "$(cat /run/secrets/eventstore_admin)" > /tmp/admin
printf 'user = "trials:%s"\n' "$(cat /run/secrets/eventstore_trials)" > /tmp/trials
if [ "$(status /tmp/admin "$server/users/trials")" != 200 ]; then
  printf '{"loginName":"trials","fullName":"Trials","groups":[],"password":"%s"}' "$(cat /run/secrets/eventstore_trials)" > /tmp/user
  ask --fail --header 'Content-Type: application/json' --data @/tmp/user "$server/users/"
elif [ "$(status /tmp/trials "$server/users/%24current")" = 401 ]; then
  printf '{"newPassword":"%s"}' "$(cat /run/secrets/eventstore_trials)" > /tmp/password
  ask --fail --header 'Content-Type: application/json' --data @/tmp/password "$server/users/trials/command/reset-password"
  # The server takes the old one for some seconds yet, and not the new one: who starts after this one must not be refused.
  tries=0
  until [ "$(status /tmp/trials "$server/users/%24current")" = 200 ]; do
    tries=$((tries + 1))
    [ "$tries" -lt 30 ]
    sleep 1
  done
fi

printf '%s' '[{"eventId":"6b1f1c3e-6a54-4b5c-9a3c-0d7b8f1f2a10","eventType":"update-default-acl","data":{
  "$userStreamAcl":{"$r":["trials","$admins"],"$w":["trials","$admins"],"$d":"$admins","$mr":"$admins","$mw":"$admins"},
  "$systemStreamAcl":{"$r":["trials","$admins"],"$w":"$admins","$d":"$admins","$mr":"$admins","$mw":"$admins"}}}]' > /tmp/access
ask --fail --header 'Content-Type: application/vnd.eventstore.events+json' --data @/tmp/access "$server/streams/%24settings"

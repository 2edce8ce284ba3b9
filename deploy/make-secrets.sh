#!/bin/sh
# Makes what docker-compose.yml reads from files: passwords, and a certificate authority of the server's own with one certificate.
# Nothing that is there is changed; to renew one thing, delete its file first.
set -eu
cd "$(dirname "$0")"
umask 077
mkdir -p secrets/authorities

# The folder is its owner's alone. Within, containers of other users read the files that they are given.
password() {
  [ -s "secrets/$1" ] || { rm -f "secrets/$1"; openssl rand -hex 24 > "secrets/$1"; echo "made secrets/$1"; }
}

password eventstore_admin
password eventstore_ops
[ -s secrets/eventstore_trials ] || rm -f secrets/trials_log
password eventstore_trials
password postgres_admin
password postgres_trials
[ -s secrets/trials_log ] || {
  printf 'esdb://trials:%s@eventstore:2113?tlsCaFile=/run/secrets/eventstore_ca\n' "$(cat secrets/eventstore_trials)" > secrets/trials_log
  echo "made secrets/trials_log"
}

# Files that others may read are nobody's to write: what is made anew is removed first.
[ -s secrets/authorities/ca.crt ] || {
  rm -f secrets/ca.key secrets/authorities/ca.crt secrets/authorities/ca.srl
  openssl req -x509 -newkey rsa:3072 -nodes -days 3650 -subj '/CN=trials own authority' \
    -addext 'basicConstraints=critical,CA:TRUE' -addext 'keyUsage=critical,keyCertSign,cRLSign' \
    -keyout secrets/ca.key -out secrets/authorities/ca.crt
  rm -f secrets/eventstore.crt
  echo "made secrets/authorities/ca.crt"
}
[ -s secrets/eventstore.crt ] || {
  rm -f secrets/eventstore.* secrets/authorities/ca.srl
  openssl req -newkey rsa:3072 -nodes -subj '/CN=eventstoredb-node' -keyout secrets/eventstore.key -out secrets/eventstore.csr
  printf '%s\n' 'basicConstraints=critical,CA:FALSE' 'keyUsage=critical,digitalSignature,keyEncipherment' \
    'extendedKeyUsage=serverAuth,clientAuth' 'subjectAltName=DNS:eventstore,DNS:localhost,IP:127.0.0.1' > secrets/eventstore.ext
  openssl x509 -req -in secrets/eventstore.csr -CA secrets/authorities/ca.crt -CAkey secrets/ca.key -CAcreateserial -days 1095 \
    -extfile secrets/eventstore.ext -out secrets/eventstore.crt
  rm -f secrets/eventstore.csr secrets/eventstore.ext
  echo "made secrets/eventstore.crt"
}

[ -e secrets/proxy_users ] || {
  echo '# One line for each person: NAME HASH' > secrets/proxy_users
  echo "secrets/proxy_users names nobody: nobody is let in. Add a line for each person, NAME HASH, with the hash that"
  echo "  docker run --rm -it caddy:2.10-alpine caddy hash-password"
  echo "prints."
}
find secrets -type f ! -name ca.key -exec chmod 0444 {} +
chmod 0400 secrets/ca.key
chmod 0644 secrets/proxy_users
chmod 0755 secrets/authorities

for certificate in eventstore.crt authorities/ca.crt; do
  openssl x509 -checkend 7776000 -noout -in "secrets/$certificate" > /dev/null ||
    echo "secrets/$certificate ends within 90 days, and with it everybody's way to the events: see \"Secrets\" in docs/operating.md"
done

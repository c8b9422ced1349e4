"""Runs a proof, or a tree's own tests, on a PostgreSQL cluster that lives as long as the run, and reports what they showed.

    harness.py proof TREE PROOF.SQL BIN
    harness.py tests TREE BIN              every tests/*.sql, each on a database of its own
    harness.py seed BIN                    writes a fresh cluster as tar on standard output; a run that finds it on
                                           standard input need not make one

A database begins with the tree's schema.sql, if there is one, then its migrations/*.sql in the order of their names,
each statement by itself, as the database's owner and no superuser. In a proof or test, a row that a statement returns is
what is wrong: `SELECT 'charged twice' FROM ... WHERE ...`. A statement under a comment `-- must fail` has to be refused
by a constraint. An error anywhere else is a failure.

A line `-- migrate: 0002_add_key.sql` in a proof stands for that migration and all after it: what is above the line runs
on the database as it was before. What the migrations from there on did to tables is in two tables: harness.locks
(command, relation, mode: locks held at the end of each DDL command) and harness.rewrites (relation: rewritten whole).
"""

import glob
import os
import re
import subprocess
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "shared"))
import judge  # noqa: E402
from judge import Stopped, Wrong  # noqa: E402

PLACE = os.environ["TMPDIR"]
CLUSTER = os.path.join(PLACE, "cluster")
SETTINGS = {
    "listen_addresses": "",
    "unix_socket_directories": PLACE,
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "shared_buffers": "16MB",
    "max_connections": "20",
    "autovacuum": "off",
    "jit": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "max_worker_processes": "0",
    "max_parallel_workers_per_gather": "0",
    "logging_collector": "off",
    "log_min_messages": "fatal",
    "client_min_messages": "error",
    "statement_timeout": "20s",
    "lock_timeout": "5s",
    "timezone": "UTC",
}
MUST_FAIL = re.compile(r"^\s*--\s*must fail\s*$", re.MULTILINE)
MIGRATE = re.compile(r"^\s*--\s*migrate:\s*(\S+)\s*$", re.MULTILINE)
# A text, a name, a body between dollars, a comment; a ';' inside of one ends no statement.
PIECE = re.compile(
    r"""'(?:[^']|'')*' | "[^"]*" | \$(\w*)\$.*?\$\1\$ | --[^\n]* | /\*.*?\*/ | ; | [^'"$;/-]+ | .""", re.DOTALL | re.VERBOSE
)
OBSERVER = """
CREATE SCHEMA harness;
CREATE TABLE harness.locks (command text, relation text, mode text);
CREATE TABLE harness.rewrites (relation text);
GRANT USAGE ON SCHEMA harness TO PUBLIC;
GRANT SELECT ON ALL TABLES IN SCHEMA harness TO PUBLIC;
CREATE FUNCTION harness.note_locks() RETURNS event_trigger LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN
  INSERT INTO harness.locks SELECT DISTINCT TG_TAG, c.relname, l.mode FROM pg_locks l
    JOIN pg_class c ON c.oid = l.relation JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE l.pid = pg_backend_pid() AND l.granted AND n.nspname NOT IN ('pg_catalog', 'pg_toast', 'harness');
END $$;
CREATE FUNCTION harness.note_rewrite() RETURNS event_trigger LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN
  INSERT INTO harness.rewrites SELECT relname FROM pg_class WHERE oid = pg_event_trigger_table_rewrite_oid();
END $$;
CREATE EVENT TRIGGER harness_locks ON ddl_command_end EXECUTE FUNCTION harness.note_locks();
CREATE EVENT TRIGGER harness_rewrites ON table_rewrite EXECUTE FUNCTION harness.note_rewrite();
"""


def read(path):
    try:
        with open(path, encoding="utf-8") as file:
            return file.read()
    except (OSError, UnicodeDecodeError) as error:
        raise Stopped(f"{os.path.basename(path)} cannot be read: {error}")


def without_comments(text):
    pieces = (match.group(0) for match in PIECE.finditer(text))
    return "".join(piece for piece in pieces if not piece.startswith(("--", "/*"))).strip()


def statements(text):
    """Statements with the comments before them."""
    current = ""
    for match in PIECE.finditer(text):
        current += match.group(0)
        if match.group(0) == ";":
            yield current
            current = ""
    if without_comments(current):
        yield current


class Cluster:
    """A server on a unix socket below /tmp."""

    def __init__(self, binaries):
        self.binaries = binaries
        self.count = 0
        if not judge.unpack_seed(PLACE):
            self.make()
        self.start()

    def start(self):
        arguments = [os.path.join(self.binaries, "postgres"), "-D", CLUSTER]
        for name, value in SETTINGS.items():
            arguments += ["-c", f"{name}={value}"]
        self.server = subprocess.Popen(arguments, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        self.wait()

    def stop(self):
        self.server.send_signal(2)  # SIGINT: fast
        self.server.wait()

    def make(self):
        initdb = os.path.join(self.binaries, "initdb")
        options = ["-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync", "--no-instructions", "--wal-segsize=1"]
        status, said = judge.run([initdb, "-D", CLUSTER, *options], PLACE)
        if status != 0:
            lines = [line for line in said.splitlines() if "error" in line or "FATAL" in line]
            raise Stopped("the cluster could not be made: " + judge.first_line("\n".join(lines) or said))
        self.start()
        self.superuser("template1", OBSERVER + "CREATE ROLE app LOGIN;")
        self.stop()

    def wait(self):
        state = os.path.join(CLUSTER, "postmaster.pid")
        for _ in range(4000):
            if self.server.poll() is not None:
                raise Stopped("the server did not start: " + judge.first_line(self.server.stderr.read().decode("utf-8", "replace")))
            if os.path.exists(state) and read(state).rstrip().endswith("ready"):
                return
            time.sleep(0.005)
        raise Stopped("the server did not start in time")

    def psql(self, user, base, commands):
        arguments = [os.path.join(self.binaries, "psql"), "-XAtq", "-h", PLACE, "-U", user, "-d", base, "-v", "VERBOSITY=terse"]
        for command in commands:
            arguments += ["-c", command]
        return judge.run(arguments, PLACE)

    def superuser(self, base, *commands):
        status, said = self.psql("postgres", base, ["\\set ON_ERROR_STOP on", *commands])
        if status != 0:
            raise Stopped("the server refused: " + judge.first_line(said))

    def database(self):
        self.count += 1
        name = f"shop{self.count}"
        self.superuser("postgres", f"CREATE DATABASE {name} OWNER app", f"GRANT ALL ON DATABASE {name} TO app")
        self.superuser(name, "GRANT ALL ON SCHEMA public TO app")
        return name

    def run(self, base, texts):
        """What each statement did, as (SQLSTATE, message or rows)."""
        token = judge.token()
        commands = []
        for text in texts:
            # One that begins with a backslash would be psql's, and not the server's.
            if without_comments(text).startswith("\\"):
                raise Stopped("a command of psql is no SQL: " + judge.first_line(without_comments(text)))
            commands += [text, f"\\echo {token} :SQLSTATE"]
        status, said = self.psql("app", base, commands)
        parts = re.split(rf"^{token} (\w+)$\n?", said, flags=re.MULTILINE)
        answers = list(zip(parts[1::2], parts[0::2]))
        if len(answers) != len(texts):
            raise Stopped("the server ended in the middle: " + judge.first_line(said))
        return answers


def message_of(answer):
    return answer.strip().removeprefix("ERROR:").strip()


def migrations(tree):
    return sorted(glob.glob(os.path.join(tree, "migrations", "*.sql")))


def apply(cluster, base, tree, paths):
    for path in paths:
        for state, answer in cluster.run(base, list(statements(read(path)))):
            if state != "00000":
                yield f"{os.path.relpath(path, tree)}: {message_of(answer)}"


def prepare(cluster, tree, before=None):
    base = cluster.database()
    schema = [path for path in [os.path.join(tree, "schema.sql")] if os.path.exists(path)]
    first = [path for path in migrations(tree) if before is None or os.path.basename(path) < before]
    for problem in apply(cluster, base, tree, schema + first):
        raise Stopped("it could not be loaded: " + problem)
    return base


def is_check(statement):
    """Whether it can show anything."""
    words = without_comments(statement).split(None, 1)
    return MUST_FAIL.search(statement) is not None or bool(words) and words[0].upper() in ("SELECT", "WITH", "TABLE", "VALUES")


def failure_of(statement, state, answer):
    must_fail = MUST_FAIL.search(statement) is not None
    if state != "00000":
        return None if must_fail and state.startswith("23") else message_of(answer)
    if must_fail:
        return "no constraint refused: " + " ".join(without_comments(statement).split())
    return answer.splitlines()[0].replace("|", " ").strip() or "a row" if is_check(statement) and answer else None


def run_statements(cluster, base, name, text):
    """How many checks there were."""
    all_of_them = list(statements(text))
    for statement, (state, answer) in zip(all_of_them, cluster.run(base, all_of_them) if all_of_them else []):
        failure = failure_of(statement, state, answer)
        if failure is not None:
            raise Wrong(f"{name}: {failure}")
    return sum(map(is_check, all_of_them))


def run_file(cluster, tree, path):
    name, text = os.path.basename(path), read(path)
    line = MIGRATE.search(text)
    if line is None:
        count = run_statements(cluster, prepare(cluster, tree), name, text)
    else:
        before = line.group(1)
        if before not in map(os.path.basename, migrations(tree)):
            raise Wrong(f"there is no migration {before}")
        base = prepare(cluster, tree, before)
        count = run_statements(cluster, base, name, text[: line.start()])
        cluster.superuser(base, "TRUNCATE harness.locks, harness.rewrites")
        for problem in apply(cluster, base, tree, [path for path in migrations(tree) if os.path.basename(path) >= before]):
            raise Wrong(problem)
        count += run_statements(cluster, base, name, text[line.end() :])
    if count == 0:
        raise Stopped(f"there is no check in {name}")
    return count


def verdict(what, tree, proof):
    files = [proof] if what == "proof" else sorted(glob.glob(os.path.join(tree, "tests", "*.sql")))
    if not files:
        raise Stopped("there is no test in it")
    cluster = Cluster(os.path.dirname(sys.argv[4 if what == "proof" else 3]))
    return f"{sum(run_file(cluster, tree, path) for path in files)} checks"


def seed():
    Cluster(os.path.dirname(sys.argv[2])).stop()
    judge.pack_seed(PLACE, "cluster")


judge.main(verdict, seed)

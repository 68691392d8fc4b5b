"""Programs for transfers, run as an officer would."""

import os
import subprocess

# Emulators take any key, but for s3rver, which has this one.
KEYS = {"AWS_ACCESS_KEY_ID": "S3RVER", "AWS_SECRET_ACCESS_KEY": "S3RVER", "AWS_DEFAULT_REGION": "us-east-1"}


class Failed(Exception):
    """A tool that ended with another status than 0."""


def run(command, cwd=None):
    """What a command said."""
    env = dict(os.environ, **KEYS, RCLONE_CONFIG="/dev/null", HOME="/tmp")
    # With it rclone 1.60 refuses every object store.
    env.pop("AWS_CA_BUNDLE", None)
    done = subprocess.run([str(word) for word in command], env=env, cwd=cwd, capture_output=True, text=True)
    if done.returncode != 0:
        raise Failed(f"{command[0]} fails: {(done.stdout + done.stderr).strip().splitlines()[-1][:120]}")
    return done.stdout + done.stderr


def aws(port, *words):
    """The client of Amazon, at an emulator."""
    return run(["aws", "--endpoint-url", f"http://127.0.0.1:{port}", *words])


def bucket(port):
    """The bucket of an emulator, in the words of rclone."""
    more = f"access_key_id=x,secret_access_key=x,region=us-east-1,endpoint='http://127.0.0.1:{port}'"
    return f":s3,provider=Other,{more}:bucket"

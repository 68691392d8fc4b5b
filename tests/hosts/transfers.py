def transfers(table, program, folder):
    pass
def aws(port, *words):
    import os, subprocess
    env = dict(os.environ, AWS_ACCESS_KEY_ID="x", AWS_SECRET_ACCESS_KEY="x", AWS_DEFAULT_REGION="us-east-1")
    run = subprocess.run(["aws", "--endpoint-url", f"http://127.0.0.1:{port}", *map(str, words)], env=env, capture_output=True, text=True)
    if run.returncode: raise SystemExit(run.stdout + run.stderr)
    return run.stdout

"""Cells that a host or a tool cannot do: the row, the column, an expression for what is found, and the reason."""

NO_FILE = "takes no settings from a file"
DOTS = "vsftpd does not list them unless asked, and rclone does not ask"
SIZES = "compares sizes only; `prongsai verify` finds it"

KNOWN = [
    ("python", "types", "no type: yaml$", "does not know it"),
    ("python", "charset", "no charset: ", NO_FILE),
    ("python", "404", "not our page", NO_FILE),
    ("python", "bare folder", "200$", "lists what has no page"),
    ("python", "headers", "", NO_FILE),
    ("busybox", "types", "no type: csv ico json pdf webmanifest webp woff2 xlsx xml yaml$", "knows few types"),
    ("busybox", "charset", "no charset: ", NO_FILE),
    ("busybox", "404", "not our page", NO_FILE),
    ("busybox", "headers", "", NO_FILE),
    ("s3", "links", r".*: 404 \(\+", "without website hosting only whole names of files answer: README"),
    ("s3", "folders", "404", "without website hosting"),
    ("s3", "types", "no type:  yaml$", "aws guesses types by the system's table, and an ending that it does not know is no type"),
    ("s3", "charset", "no charset: ", "aws names none"),
    ("s3", "404", "not our page", "without website hosting"),
    ("s3", "headers", "", NO_FILE),
    ("s3-rclone", "links", r".*: 404 \(\+", "as s3"),
    ("s3-rclone", "types", "no type: webmanifest$", "rclone guesses by the system's table"),
    ("s3-rclone", "charset", "no charset: json svg yaml$", "rclone names it for text/… alone, by the system's table"),
    ("s3-rclone", "folders", "404", "as s3"),
    ("s3-rclone", "404", "not our page", "as s3"),
    ("s3-rclone", "headers", "", NO_FILE),
    ("rsync, sizes only", "second", r"\d of \d not sent", SIZES),
    ("rsync, sizes only", "verify", "", SIZES),
    ("lftp → vsftpd, sizes only", "second", r"\d of \d not sent", SIZES),
    ("lftp → vsftpd, sizes only", "verify", "", SIZES),
    ("aws s3 sync, sizes only", "second", r"\d of \d not sent", SIZES),
    ("aws s3 sync, sizes only", "verify", "", SIZES),
    ("rclone → vsftpd", "second", r"\d of \d not sent", SIZES),
    ("rclone → vsftpd", "verify", "", SIZES),
    ("rclone → WebDAV", "second", r"\d of \d not sent", SIZES),
    ("rclone → WebDAV", "verify", "", SIZES),
    ("rclone → vsftpd, --ignore-times", "second", r"\d+ more than", "sends everything"),
    ("rclone → WebDAV, --ignore-times", "second", r"\d+ more than", "sends everything"),
    ("rclone → vsftpd, dot files", "transfer", "rclone fails", DOTS),
    ("rclone → vsftpd, dot files, --ignore-times", "transfer", "rclone fails", DOTS),
    ("rclone → vsftpd, dot files, by the list", "transfer", "rclone fails", DOTS),
]

//! What somebody else signed about a publication is published with it, and holds or is found out,
//! by us and by `ssh-keygen` alone.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

use crate::common::{prongsai, site_folder};
use crate::moment::said;

const SITE: &str =
    "agency: {name: เทศบาลตำบลตัวอย่าง}\nbase_url: https://www.example.go.th/ita/\nchecks: {severity: {component-missing: off}}\n";

/// A published site and the keys of some witnesses; `None` on a machine without OpenSSH.
struct Scene {
    root: TempDir,
    keys: TempDir,
}

impl Scene {
    fn new() -> Option<Scene> {
        Command::new("ssh-keygen").arg("--help").stderr(Stdio::null()).stdout(Stdio::null()).status().ok()?;
        let page = "---\ntitle: โครงสร้าง\n---\nข้อความ\n";
        let root = site_folder(&[("content/site.yaml", SITE), ("content/2566/o1.md", page)]);
        let scene = Scene { root, keys: tempfile::tempdir().unwrap() };
        scene.publish();
        Some(scene)
    }

    fn public(&self) -> PathBuf {
        self.root.path().join("public")
    }

    fn publish(&self) {
        let run = prongsai(&["publish", "--lang", "en", "--today", "2026-11-22", "--root", self.root.path().to_str().unwrap()]);
        assert!(run.status.success(), "{}", said(&run));
    }

    /// Exit status, standard output, and both outputs.
    fn verify(&self, copy: &Path, options: &[&str]) -> (Option<i32>, String, String) {
        let run = prongsai(&[&["verify", "--lang", "en", copy.to_str().unwrap()], options].concat());
        (run.status.code(), String::from_utf8_lossy(&run.stdout).into_owned(), said(&run))
    }

    fn key(&self, kind: &str) -> PathBuf {
        let key = self.keys.path().join(kind);
        if !key.exists() {
            let made = Command::new("ssh-keygen").args(["-q", "-t", kind, "-N", "", "-C", "a witness", "-f"]).arg(&key).status().unwrap();
            assert!(made.success());
        }
        key
    }

    fn sign(&self, kind: &str, purpose: &str, line: &str) -> String {
        let key = self.key(kind);
        let signed = ssh_keygen(&["-q", "-Y", "sign", "-n", purpose, "-f", key.to_str().unwrap()], line);
        String::from_utf8(signed.stdout).unwrap()
    }

    fn keep(&self, name: &str, signature: &str) {
        let folder = self.root.path().join("content/witness");
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join(name), signature).unwrap();
    }
}

fn ssh_keygen(arguments: &[&str], input: &str) -> std::process::Output {
    let mut run =
        Command::new("ssh-keygen").args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    run.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    run.wait_with_output().unwrap()
}

#[test]
fn a_signature_of_any_usual_key_is_published_and_holds_for_both_programs() {
    let Some(scene) = Scene::new() else { return };
    let (status, line, _) = scene.verify(&scene.public(), &["--statement"]);
    assert_eq!(status, Some(0));
    assert!(line.starts_with("prongsai publication 1 ") && line.ends_with('\n') && line.len() == 88, "{line}");
    for kind in ["ed25519", "ecdsa", "rsa"] {
        scene.keep(&format!("1-{kind}.sig"), &scene.sign(kind, "prongsai", &line));
    }
    // As a program for notes ends the line.
    scene.keep("1-windows.sig", &scene.sign("ed25519", "prongsai", &line.replace('\n', "\r\n")));
    scene.publish();
    let (status, _, said) = scene.verify(&scene.public(), &[]);
    assert!(status == Some(0) && said.matches("publication 1 (and all before it) witnessed by SHA256:").count() == 4, "{said}");
    for kind in ["ed25519", "ecdsa", "rsa"] {
        let published = scene.public().join(format!("history/witness/1-{kind}.sig"));
        let shown = ssh_keygen(&["-Y", "check-novalidate", "-n", "prongsai", "-s", published.to_str().unwrap()], &line);
        let shown = String::from_utf8_lossy(&shown.stdout).into_owned();
        let fingerprint = shown.split_whitespace().find(|word| word.starts_with("SHA256:")).unwrap();
        assert!(shown.starts_with("Good") && said.contains(fingerprint), "{shown}{said}");
    }
    let page = fs::read_to_string(scene.public().join("history/index.html")).unwrap();
    assert!(page.contains("href=\"witness/1-ed25519.sig\"") && page.contains("ลายมือชื่อของพยาน: ed25519"), "{page}");
    // The next publication keeps them, and a pack carries them.
    fs::write(scene.root.path().join("content/2566/o1.md"), "---\ntitle: โครงสร้าง\n---\nข้อความใหม่\n").unwrap();
    scene.publish();
    let (status, _, said) = scene.verify(&scene.public(), &[]);
    assert!(status == Some(0) && said.matches("the signature holds").count() == 4, "{said}");
    assert!(scene.verify(&scene.public(), &["--statement"]).1.starts_with("prongsai publication 2 "));
    let pack = scene.keys.path().join("o1.zip");
    let root = scene.root.path().to_str().unwrap();
    let packed = prongsai(&["publish", "--lang", "en", "--root", root, "--pack", "2566/o1", pack.to_str().unwrap()]);
    assert!(packed.status.success(), "{}", crate::moment::said(&packed));
    let (status, _, said) = scene.verify(&pack, &[]);
    assert!(status == Some(0) && said.matches("the signature holds").count() == 4, "{said}");
}

#[test]
fn whom_to_trust_is_the_readers_matter() {
    let Some(scene) = Scene::new() else { return };
    let (_, line, _) = scene.verify(&scene.public(), &["--statement"]);
    scene.keep("1-audit.sig", &scene.sign("ed25519", "prongsai", &line));
    scene.publish();
    let public_key = |kind: &str| fs::read_to_string(scene.key(kind).with_extension("pub")).unwrap();
    let file = scene.keys.path().join("signers");
    let with = |lines: String| {
        fs::write(&file, lines).unwrap();
        let (status, _, said) = scene.verify(&scene.public(), &["--signers", file.to_str().unwrap()]);
        (status, said)
    };
    for options in ["", "namespaces=\"file,prongsai\" "] {
        let (status, said) = with(format!("# whom we know\naudit@example.go.th {options}{}", public_key("ed25519")));
        assert!(status == Some(0) && said.contains("witnessed by audit@example.go.th (SHA256:"), "{said}");
    }
    // Another key, and conditions that make this one count for something else.
    let (status, said) = with(format!("other@example.go.th {}", public_key("ecdsa")));
    assert!(status == Some(1) && said.contains("1-audit.sig is signed by the key SHA256:"), "{said}");
    let expired =
        format!("other@example.go.th {}audit@example.go.th valid-before=\"20200101\" {}", public_key("ecdsa"), public_key("ed25519"));
    assert_eq!(with(expired).0, Some(1));
    for options in [
        "namespaces=\"git\"",
        "namespaces=\"prongsai,file\",valid-before=\"20200101\"",
        "namespaces=\"prongsai\",valid-before=\"20200101\"",
        "namespaces=prongsai,cert-authority",
    ] {
        let (status, said) = with(format!("audit@example.go.th {options} {}", public_key("ed25519")));
        assert!(status == Some(2) && said.contains("names no signer that counts"), "{options}: {said}");
    }
}

#[test]
fn what_was_not_signed_so_is_found_out() {
    let Some(scene) = Scene::new() else { return };
    let (_, line, _) = scene.verify(&scene.public(), &["--statement"]);
    let root = scene.root.path().to_str().unwrap();
    for (signature, why) in [
        (scene.sign("ed25519", "file", &line), "was made for another purpose (namespace “file”)"),
        (scene.sign("ed25519", "prongsai", "prongsai publication 1 0000\n"), "is not one of publication 1"),
        (line.clone(), "is no signature of OpenSSH"),
    ] {
        scene.keep("1-audit.sig", &signature);
        let run = prongsai(&["publish", "--lang", "en", "--today", "2026-11-22", "--root", root]);
        assert!(run.status.code() == Some(1) && said(&run).contains(why), "{}", said(&run));
    }
    // Whoever writes the past anew cannot sign it anew: another history under the old signature.
    scene.keep("1-audit.sig", &scene.sign("ed25519", "prongsai", &line));
    scene.publish();
    let signature = fs::read_to_string(scene.public().join("history/witness/1-audit.sig")).unwrap();
    fs::remove_dir_all(scene.public()).unwrap();
    ["urls.lock", "history.yaml", "witness/1-audit.sig"]
        .iter()
        .for_each(|name| fs::remove_file(scene.root.path().join("content").join(name)).unwrap());
    fs::write(scene.root.path().join("content/2566/o1.md"), "---\ntitle: โครงสร้าง\n---\nไม่เคยเป็นอย่างอื่น\n").unwrap();
    scene.publish();
    let listed = scene.public().join("manifest.json");
    let (status, statement, _) = scene.verify(&scene.public(), &["--statement"]);
    assert!(status == Some(0) && statement != line);
    scene.keep("1-audit.sig", &signature);
    let run = prongsai(&["publish", "--lang", "en", "--today", "2026-11-22", "--root", root]);
    assert!(run.status.code() == Some(1) && said(&run).contains("is not one of publication 1"), "{}", said(&run));
    // Nothing is said to be signed of a copy that is not as it was published.
    fs::write(&listed, fs::read_to_string(&listed).unwrap().replacen("index.html", "andex.html", 1)).unwrap();
    let (status, statement, _) = scene.verify(&scene.public(), &["--statement"]);
    assert!(status == Some(1) && statement.is_empty(), "{statement}");
}

#[test]
fn a_forged_copy_with_a_signature_of_something_else_does_not_hold() {
    use sha2::{Digest, Sha256};
    let Some(scene) = Scene::new() else { return };
    let (_, line, _) = scene.verify(&scene.public(), &["--statement"]);
    scene.keep("1-audit.sig", &scene.sign("ed25519", "prongsai", &line));
    scene.publish();
    // A signature for another line, with manifest and check sums made to fit.
    let hash = |bytes: &[u8]| Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let [file, manifest, sums] =
        ["history/witness/1-audit.sig", "manifest.json", "manifest-sha256.txt"].map(|name| scene.public().join(name));
    let (old, new) = (fs::read_to_string(&file).unwrap(), scene.sign("ed25519", "prongsai", "prongsai publication 2 0000\n"));
    let old_manifest = fs::read_to_string(&manifest).unwrap();
    let new_manifest = old_manifest.replace(&hash(old.as_bytes()), &hash(new.as_bytes()));
    assert!(old.len() == new.len() && old_manifest != new_manifest);
    let new_sums = fs::read_to_string(&sums).unwrap().replace(&hash(old.as_bytes()), &hash(new.as_bytes()));
    fs::write(&sums, new_sums.replace(&hash(old_manifest.as_bytes()), &hash(new_manifest.as_bytes()))).unwrap();
    fs::write(&manifest, new_manifest).unwrap();
    fs::write(&file, new).unwrap();
    let (status, _, said) = scene.verify(&scene.public(), &[]);
    let why = "the signature history/witness/1-audit.sig does not hold: something else was signed, or it was altered";
    assert!(status == Some(1) && said.contains(why), "{said}");
}

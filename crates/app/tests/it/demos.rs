//! Demos made at the same time in one folder.

use std::process::Stdio;

use crate::command::{adhere, program};

#[test]
fn demos_that_are_made_at_once_in_one_folder_make_one_instance() {
    for _ in 0..3 {
        let folder = tempfile::tempdir().unwrap();
        let store = folder.path().join("demo").display().to_string();
        let start = |_| program(&["demo", &store]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let demos: Vec<_> = (0..3).map(start).collect();
        for demo in demos {
            let ended = demo.wait_with_output().unwrap();
            assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stderr));
        }
        let list = adhere(&["journal", "list", "--kind", "instance.created", "--store", &store]).well();
        assert_eq!(list.matches("instance.created").count(), 1, "{list}");
        adhere(&["store", "audit", "--store", &store]).well();
    }
}

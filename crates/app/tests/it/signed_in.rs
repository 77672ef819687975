//! An instance whose organisation lets people in, and what they ask of it as a browser does.

use std::fmt::Write as _;

use reqwest::blocking::RequestBuilder;
use reqwest::header::{CONTENT_TYPE, HeaderValue};

use crate::command::adhere;
use crate::server::{Answer, Demo};

pub(crate) const PASSWORD: &str = "correct horse battery";

/// A demo in which Acme, a provider, runs the instance.
pub(crate) struct Workspace {
    pub(crate) demo: Demo,
}

/// Somebody who is signed in.
pub(crate) struct Person<'w> {
    workspace: &'w Workspace,
    pub(crate) cookie: String,
}

impl Workspace {
    /// Jo administers the instance.
    pub(crate) fn begin() -> Self {
        let workspace = Self { demo: Demo::start() };
        let kinds = ["--kind", "provider", "--kind", "facilitator"];
        let names = ["--email", "jo@example.eu", "--organisation", "acme", "--organisation-name", "Acme SE"];
        workspace.run(&[["account", "begin", "jo"].as_slice(), &names, &kinds].concat());
        workspace
    }

    pub(crate) fn store(&self) -> &str {
        self.demo.folder.path().to_str().unwrap()
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> String {
        adhere(&[arguments, &["--store", self.store()]].concat()).well()
    }

    /// Somebody with these roles for an organisation, who has set a password and signed in.
    pub(crate) fn person(&self, person: &str, organisation: &str, roles: &[&str]) -> Person<'_> {
        let email = format!("{person}@example.eu");
        let mut arguments =
            vec!["account", "invite", person, "--as", "jo", "--email", &email, "--organisation", organisation];
        for role in roles {
            arguments.extend(["--role", role]);
        }
        let said = self.run(&arguments);
        self.enter(&email, &said)
    }

    /// Sets the password where a command said, and signs in.
    pub(crate) fn enter(&self, email: &str, said: &str) -> Person<'_> {
        let way_in = said.split_whitespace().find(|word| word.starts_with("/invitation?key=")).unwrap();
        let set = self.post(way_in, &[("password", PASSWORD), ("again", PASSWORD)]);
        assert_eq!(set.status, 303, "{}", set.text);
        let entered = self.post("/sign-in", &[("email", email), ("password", PASSWORD), ("to", "/work")]);
        assert_eq!((entered.status, entered.header("location")), (303, "/work"), "{}", entered.text);
        let cookie = entered.header("set-cookie").to_owned();
        assert!(cookie.contains("; HttpOnly; SameSite=Lax"), "{cookie}");
        Person { workspace: self, cookie: cookie.split(';').next().unwrap().to_owned() }
    }

    pub(crate) fn post(&self, path: &str, form: &[(&str, &str)]) -> Answer {
        Answer::of(self.of_site(self.demo.server.post(path, form)))
    }

    pub(crate) fn of_site(&self, request: RequestBuilder) -> RequestBuilder {
        request.header("origin", &self.demo.server.url)
    }
}

impl Person<'_> {
    pub(crate) fn get(&self, path: &str) -> Answer {
        let request = self.workspace.demo.server.get(path).header("accept", "text/html");
        Answer::of(request.header("cookie", &self.cookie))
    }

    pub(crate) fn post(&self, path: &str, form: &[(&str, &str)]) -> Answer {
        let request = self.workspace.demo.server.post(path, form).header("cookie", &self.cookie);
        Answer::of(self.workspace.of_site(request))
    }
}

/// A form with files.
pub(crate) fn multipart(fields: &[(&str, &str)], files: &[(&str, &str)]) -> String {
    let mut body = String::new();
    for (name, value) in fields {
        let _ = write!(body, "--limit\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
    }
    for (name, text) in files {
        let head = format!("content-disposition: form-data; name=\"files\"; filename=\"{name}\"");
        let _ = write!(body, "--limit\r\n{head}\r\ncontent-type: text/plain\r\n\r\n{text}\r\n");
    }
    body + "--limit--\r\n"
}

impl Person<'_> {
    pub(crate) fn upload(&self, path: &str, body: String) -> Answer {
        Answer::of(self.uploading(path, body))
    }

    pub(crate) fn uploading(&self, path: &str, body: String) -> RequestBuilder {
        let server = &self.workspace.demo.server;
        let request = server.post(path, &[]).body(body).header("cookie", &self.cookie);
        // In the place of the type that forms without files have.
        let kind = HeaderValue::from_static("multipart/form-data; boundary=limit");
        let request = request.headers([(CONTENT_TYPE, kind)].into_iter().collect());
        self.workspace.of_site(request)
    }
}

//! The program as it answers over HTTP on a port of its own, and what a browser or a program asks of it.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};

use reqwest::Method;
use reqwest::blocking::{Client, RequestBuilder, Response};
use reqwest::redirect::Policy;
use tempfile::TempDir;

use crate::command::{adhere, program};

/// An instance that is served until it is dropped.
pub(crate) struct Server {
    process: Child,
    pub(crate) url: String,
    client: Client,
}

/// The instance of `adhere demo`, served.
pub(crate) struct Demo {
    pub(crate) server: Server,
    pub(crate) folder: TempDir,
}

/// What was answered.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) text: String,
}

impl Server {
    pub(crate) fn start(store: &str) -> Self {
        Self::start_with(store, &[])
    }

    /// Starts with more arguments.
    pub(crate) fn start_with(store: &str, more: &[&str]) -> Self {
        let mut command = Self::command(store);
        // What is told of each request is looked at by tests of its own.
        command.args(more).env("ADHERE_LOG_LEVEL", "error");
        Self::start_as(command)
    }

    /// What starts it, to be given more.
    pub(crate) fn command(store: &str) -> Command {
        program(&["serve", "--store", store, "--listen", "127.0.0.1:0"])
    }

    /// Starts it by a command.
    pub(crate) fn start_as(mut command: Command) -> Self {
        // The client may use TLS, and asks which; a second answer is no harm.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client = Client::builder().redirect(Policy::none()).build().unwrap();
        let mut process = command.stdout(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(process.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let url = line.split_whitespace().last().unwrap().to_owned();
        Self { process, url, client }
    }

    /// Where it listens.
    pub(crate) fn address(&self) -> &str {
        self.url.trim_start_matches("http://")
    }

    /// Tells it to end.
    pub(crate) fn terminate(&self) {
        let told = Command::new("kill").args(["-TERM", &self.process.id().to_string()]).status().unwrap();
        assert!(told.success());
    }

    /// Waits until it has ended, and says how.
    pub(crate) fn ended(&mut self) -> Option<i32> {
        self.process.wait().unwrap().code()
    }

    /// The most memory that it had at once, in bytes.
    pub(crate) fn peak_memory(&self) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.process.id())).unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
        line.trim().trim_end_matches(" kB").parse::<u64>().unwrap() << 10
    }

    /// What a browser is shown.
    pub(crate) fn page(&self, path: &str) -> Answer {
        Answer::of(self.get(path).header("accept", "text/html"))
    }

    /// What a program is told.
    pub(crate) fn data(&self, path: &str) -> Answer {
        Answer::of(self.get(path))
    }

    pub(crate) fn get(&self, path: &str) -> RequestBuilder {
        self.client.get(format!("{}{path}", self.url))
    }

    pub(crate) fn send(&self, method: Method, path: &str) -> RequestBuilder {
        self.client.request(method, format!("{}{path}", self.url))
    }

    pub(crate) fn post(&self, path: &str, form: &[(&str, &str)]) -> RequestBuilder {
        let body = form.iter().map(|(name, value)| format!("{name}={}", value.replace(' ', "+")));
        let body = body.collect::<Vec<_>>().join("&");
        let request = self.client.post(format!("{}{path}", self.url)).body(body);
        request.header("accept", "text/html").header("content-type", "application/x-www-form-urlencoded")
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Demo {
    pub(crate) fn start() -> Self {
        let folder = TempDir::new().unwrap();
        let store = folder.path().to_str().unwrap();
        adhere(&["demo", store]).well();
        Self { server: Server::start(store), folder }
    }

    /// What was recorded is as it was signed.
    pub(crate) fn is_audited(&self) {
        adhere(&["store", "audit", "--store", self.folder.path().to_str().unwrap()]).well();
    }
}

impl Answer {
    pub(crate) fn of(request: RequestBuilder) -> Self {
        let response: Response = request.send().unwrap();
        let text = |value: &reqwest::header::HeaderValue| value.to_str().unwrap().to_owned();
        Self {
            status: response.status().as_u16(),
            headers: response.headers().iter().map(|(name, value)| (name.to_string(), text(value))).collect(),
            text: response.text().unwrap(),
        }
    }

    /// The value of a header; empty when there is none.
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }

    /// The text of an answer that is one.
    pub(crate) fn well(self) -> String {
        assert_eq!(self.status, 200, "{}", self.text);
        self.text
    }

    /// The text of a refusal with a status.
    pub(crate) fn refused(self, status: u16) -> String {
        assert_eq!(self.status, status, "{}", self.text);
        self.text
    }
}

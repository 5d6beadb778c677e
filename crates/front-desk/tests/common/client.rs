//! The real program, and a client of few lines that speaks HTTP/1.1 to it over a socket.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::{SocketAddr, TcpStream},
    path::Path,
    process::{Child, Command, Stdio},
};

/// A running `front-desk serve` on a free port; killed when dropped.
pub struct Program {
    pub child: Child,
    pub address: SocketAddr,
}

/// The program's command line.
pub fn program(data: &Path) -> Command {
    program_with_limit(data, 0)
}

/// The same where one address may send so many requests per minute.
pub fn program_with_limit(data: &Path, per_minute: u32) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_front-desk"));
    command.args(["serve", "--port", "0", "--per-minute", &per_minute.to_string(), "--data"]).arg(data);
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

impl Program {
    pub fn start(data: &Path) -> Self {
        Self::run(program(data))
    }

    /// Waits for the line that says where it answers.
    pub fn run(mut command: Command) -> Self {
        let mut child = command.spawn().expect("the program starts");
        let mut line = String::new();
        // One byte at a time, so that what follows stays in the pipe.
        let stdout = child.stdout.as_mut().expect("stdout is a pipe");
        let mut byte = [0];
        while !line.ends_with('\n') && stdout.read(&mut byte).expect("stdout can be read") == 1 {
            line.push(char::from(byte[0]));
        }
        let address = line.trim().strip_prefix("ready http://").and_then(|rest| rest.strip_suffix('/'));
        let Some(address) = address else {
            let _ = child.kill();
            let output = child.wait_with_output().expect("it ends");
            panic!("no ready line but {line:?}; {}", String::from_utf8_lossy(&output.stderr));
        };
        Self { address: address.parse().expect("an address"), child }
    }

    /// Sends a signal by its name, as `kill` knows it.
    pub fn signal(&self, name: &str) {
        signal(self.child.id(), name);
    }

    /// Waits for the end; exit code, standard output and error.
    pub fn end(mut self) -> (Option<i32>, String, String) {
        let mut texts = [String::new(), String::new()];
        let code = self.child.wait().expect("it ends").code();
        self.child.stdout.take().expect("piped").read_to_string(&mut texts[0]).expect("UTF-8");
        self.child.stderr.take().expect("piped").read_to_string(&mut texts[1]).expect("UTF-8");
        let [out, err] = texts;
        (code, out, err)
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

pub fn signal(process: u32, name: &str) {
    let done =
        Command::new("kill").arg(format!("-{name}")).arg(process.to_string()).status().expect("kill runs");
    assert!(done.success(), "kill -{name} {process}");
}

/// One connection, kept open.
pub struct Client(BufReader<TcpStream>);

impl Client {
    pub fn connect(address: SocketAddr) -> std::io::Result<Self> {
        let stream = TcpStream::connect(address)?;
        stream.set_nodelay(true)?;
        Ok(Self(BufReader::new(stream)))
    }

    pub fn write(&mut self, bytes: &[u8]) -> std::io::Result<()> {
        self.0.get_mut().write_all(bytes)
    }

    pub fn post_json(&mut self, body: &str) -> std::io::Result<(u16, String)> {
        self.write(head(body).as_bytes())?;
        self.write(body.as_bytes())?;
        self.answer()
    }

    /// Status and body of the next answer; an error when it is cut short.
    pub fn answer(&mut self) -> std::io::Result<(u16, String)> {
        let cut = || std::io::Error::from(std::io::ErrorKind::UnexpectedEof);
        let (mut status, mut length, mut first) = (0, 0, true);
        loop {
            let mut line = String::new();
            if self.0.read_line(&mut line)? == 0 || !line.ends_with('\n') {
                return Err(cut());
            }
            let line = line.trim_end().to_ascii_lowercase();
            if first {
                status = line.split(' ').nth(1).and_then(|code| code.parse().ok()).ok_or_else(cut)?;
                first = false;
            } else if let Some(value) = line.strip_prefix("content-length:") {
                length = value.trim().parse().map_err(|_| cut())?;
            } else if line.is_empty() {
                break;
            }
        }
        let mut body = vec![0; length];
        self.0.read_exact(&mut body)?;
        Ok((status, String::from_utf8(body).map_err(|_| cut())?))
    }
}

/// The head of a post of that JSON.
pub fn head(body: &str) -> String {
    format!(
        "POST /api/booking-requests HTTP/1.1\r\nHost: desk\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n",
        body.len()
    )
}

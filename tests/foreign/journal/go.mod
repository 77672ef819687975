module adhere.example/journal

go 1.25

require golang.org/x/mod v0.0.0

// The packages note and tlog as they come with Go itself, copied here by the test that runs this.
replace golang.org/x/mod => ./mod

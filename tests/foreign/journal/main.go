// Command journal checks what adhere's journal wrote with the packages note and tlog of the Go project
// (golang.org/x/mod/sumdb), which adhere shares no code with.
//
//	journal receipt POLICY ENTRY RECEIPT       checks a receipt
//	journal flips POLICY ENTRY RECEIPT         lists the flipped bits of a receipt that are not noticed
//	journal consistency POLICY OLD REQUEST     checks that a request to a witness continues an older checkpoint
//	journal proofs POLICY CHECKPOINT FOLDER N  reads tiles, authenticates them, and prints the proofs of entry N and
//	                                           from the tree of N entries
//
// Only the lines of the policy, the checkpoint and the receipt, and the message of a cosignature, are read here.
package main

import (
	"bytes"
	"crypto/ed25519"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// A witness verifies cosignatures of type 0x04, which the package note does not know.
type witness struct {
	name string
	hash uint32
	key  ed25519.PublicKey
}

func (w witness) Name() string    { return w.name }
func (w witness) KeyHash() uint32 { return w.hash }

func (w witness) Verify(message, signature []byte) bool {
	if len(signature) != 8+ed25519.SignatureSize {
		return false
	}
	seconds := binary.BigEndian.Uint64(signature)
	signed := fmt.Appendf(nil, "cosignature/v1\ntime %d\n%s", seconds, message)
	return ed25519.Verify(w.key, signed, signature[8:])
}

func newWitness(vkey string) (note.Verifier, error) {
	parts := strings.SplitN(vkey, "+", 3)
	if len(parts) != 3 {
		return nil, errors.New("not a key")
	}
	hash, err := strconv.ParseUint(parts[1], 16, 32)
	if err != nil {
		return nil, err
	}
	key, err := base64.StdEncoding.DecodeString(parts[2])
	if err != nil || len(key) != 33 || key[0] != 4 {
		return nil, errors.New("not the key of a witness")
	}
	return witness{parts[0], uint32(hash), key[1:]}, nil
}

// readPolicy returns every key of a policy; all of them have to have signed.
func readPolicy(path string) ([]note.Verifier, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var keys []note.Verifier
	for _, line := range strings.Split(string(text), "\n") {
		words := strings.Fields(line)
		var key note.Verifier
		switch {
		case len(words) >= 2 && words[0] == "log":
			key, err = note.NewVerifier(words[1])
		case len(words) >= 3 && words[0] == "witness":
			key, err = newWitness(words[2])
		default:
			continue
		}
		if err != nil {
			return nil, err
		}
		keys = append(keys, key)
	}
	return keys, nil
}

func open(message []byte, keys []note.Verifier) (tree tlog.Tree, err error) {
	signed, err := note.Open(message, note.VerifierList(keys...))
	if err != nil {
		return tree, err
	}
	if len(signed.Sigs) != len(keys) {
		return tree, fmt.Errorf("%d of %d keys have signed", len(signed.Sigs), len(keys))
	}
	lines := strings.Split(signed.Text, "\n")
	if len(lines) != 4 || lines[0] != keys[0].Name() || lines[3] != "" {
		return tree, errors.New("not a checkpoint of this log")
	}
	if tree.N, err = strconv.ParseInt(lines[1], 10, 64); err != nil {
		return tree, err
	}
	tree.Hash, err = tlog.ParseHash(lines[2])
	return tree, err
}

func hashes(lines []string) (list []tlog.Hash, err error) {
	for _, line := range lines {
		hash, err := tlog.ParseHash(line)
		if err != nil || hash.String() != line {
			return nil, errors.New("not a hash")
		}
		list = append(list, hash)
	}
	return list, nil
}

func checkReceipt(receipt, entry []byte, keys []note.Verifier) error {
	head, checkpoint, found := bytes.Cut(receipt, []byte("\n\n"))
	lines := strings.Split(string(head), "\n")
	if !found || len(lines) < 2 || lines[0] != "c2sp.org/tlog-proof@v1" {
		return errors.New("not a receipt")
	}
	text, found := strings.CutPrefix(lines[1], "index ")
	index, err := strconv.ParseInt(text, 10, 64)
	if err != nil || !found {
		return errors.New("no index")
	}
	path, err := hashes(lines[2:])
	if err != nil {
		return err
	}
	tree, err := open(checkpoint, keys)
	if err != nil {
		return err
	}
	return tlog.CheckRecord(tlog.RecordProof(path), tree.N, tree.Hash, index, tlog.RecordHash(entry))
}

func checkConsistency(old, request []byte, keys []note.Verifier) error {
	older, err := open(old, keys[:1])
	if err != nil {
		return err
	}
	head, checkpoint, _ := bytes.Cut(request, []byte("\n\n"))
	lines := strings.Split(string(head), "\n")
	if lines[0] != fmt.Sprintf("old %d", older.N) {
		return errors.New("not a request that continues this checkpoint")
	}
	path, err := hashes(lines[1:])
	if err != nil {
		return err
	}
	newer, err := open(checkpoint, keys[:1])
	if err != nil {
		return err
	}
	return tlog.CheckTree(tlog.TreeProof(path), newer.N, newer.Hash, older.N, older.Hash)
}

// A folder has the tiles of a log.
type folder string

func (f folder) Height() int { return 8 }

func (f folder) ReadTiles(tiles []tlog.Tile) (data [][]byte, err error) {
	for _, tile := range tiles {
		// Go's own logs name the height, which is fixed here.
		path := strings.Replace(tile.Path(), "tile/8/", "tile/", 1)
		bytes, err := os.ReadFile(filepath.Join(string(f), path))
		if err != nil {
			return nil, err
		}
		data = append(data, bytes)
	}
	return data, nil
}

func (f folder) SaveTiles([]tlog.Tile, [][]byte) {}

func proofs(checkpoint []byte, keys []note.Verifier, tiles folder, n int64) error {
	tree, err := open(checkpoint, keys)
	if err != nil {
		return err
	}
	reader := tlog.TileHashReader(tree, tiles)
	record, err := tlog.ProveRecord(tree.N, n, reader)
	if err != nil {
		return err
	}
	older, err := tlog.ProveTree(tree.N, n, reader)
	if err != nil {
		return err
	}
	for _, hash := range record {
		fmt.Println("inclusion", hash)
	}
	for _, hash := range older {
		fmt.Println("consistency", hash)
	}
	return nil
}

func flips(receipt, entry []byte, keys []note.Verifier) {
	for at := range receipt {
		for bit := range 8 {
			receipt[at] ^= 1 << bit
			if checkReceipt(receipt, entry, keys) == nil {
				fmt.Println(at, bit)
			}
			receipt[at] ^= 1 << bit
		}
	}
}

func run(arguments []string) error {
	if len(arguments) < 4 {
		return errors.New("see the first lines of main.go")
	}
	keys, err := readPolicy(arguments[1])
	if err != nil {
		return err
	}
	first, err := os.ReadFile(arguments[2])
	if err != nil {
		return err
	}
	if arguments[0] == "proofs" {
		n, err := strconv.ParseInt(arguments[4], 10, 64)
		if err != nil {
			return err
		}
		return proofs(first, keys, folder(arguments[3]), n)
	}
	second, err := os.ReadFile(arguments[3])
	if err != nil {
		return err
	}
	switch arguments[0] {
	case "receipt":
		return checkReceipt(second, first, keys)
	case "consistency":
		return checkConsistency(first, second, keys)
	case "flips":
		if err := checkReceipt(second, first, keys); err != nil {
			return err
		}
		flips(second, first, keys)
		return nil
	}
	return fmt.Errorf("unknown command %q", arguments[0])
}

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

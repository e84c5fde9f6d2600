// Command tlog-judge checks our exports and proofs with golang.org/x/mod/sumdb, which none of us wrote: note opens the
// signed head, tlog hashes the entries and holds them, through authenticated tiles, against its root.
package main

import (
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

func main() {
	if len(os.Args) < 3 {
		fail(errors.New("usage: tlog-judge export DIRECTORY | proof FILE ENTRY-FILE VKEY | consistency OLD-SIZE OLD-ROOT NEW-SIZE NEW-ROOT [HASH...]"))
	}
	judges := map[string]func([]string) error{"export": judgeExport, "proof": judgeProof, "consistency": judgeConsistency}
	judge, known := judges[os.Args[1]]
	if !known {
		fail(errors.New("unknown judge " + os.Args[1]))
	}
	if err := judge(os.Args[2:]); err != nil {
		fail(err)
	}
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}

// openHead checks the signature and reads origin, size and root.
func openHead(text []byte, vkey string) (string, tlog.Tree, error) {
	verifier, err := note.NewVerifier(vkey)
	if err != nil {
		return "", tlog.Tree{}, err
	}
	opened, err := note.Open(text, note.VerifierList(verifier))
	if err != nil {
		return "", tlog.Tree{}, err
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) < 4 {
		return "", tlog.Tree{}, errors.New("the head has fewer than three lines")
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil {
		return "", tlog.Tree{}, err
	}
	root, err := tlog.ParseHash(lines[2])
	return lines[0], tlog.Tree{N: size, Hash: root}, err
}

// tiles reads the hash tiles of a folder for tlog, whose own paths begin with the tile's height.
type tiles struct{ folder string }

func (t tiles) Height() int { return 8 }

func (t tiles) SaveTiles([]tlog.Tile, [][]byte) {}

func (t tiles) ReadTiles(wanted []tlog.Tile) ([][]byte, error) {
	read := make([][]byte, len(wanted))
	for i, tile := range wanted {
		data, err := os.ReadFile(filepath.Join(t.folder, strings.Replace(tile.Path(), "tile/8/", "tile/", 1)))
		if err != nil {
			return nil, err
		}
		read[i] = data
	}
	return read, nil
}

func judgeExport(args []string) error {
	folder := args[0]
	keys, err := os.ReadFile(filepath.Join(folder, "keys.txt"))
	if err != nil {
		return err
	}
	checkpoint, err := os.ReadFile(filepath.Join(folder, "checkpoint"))
	if err != nil {
		return err
	}
	origin, tree, err := openHead(checkpoint, strings.SplitN(string(keys), "\n", 2)[0])
	if err != nil {
		return err
	}
	hashes := tlog.TileHashReader(tree, tiles{folder})
	if err := checkTreeHash(tree, hashes); err != nil {
		return err
	}
	for index := int64(0); index < tree.N; {
		entries, err := readBundle(folder, index, tree.N)
		if err != nil {
			return err
		}
		for _, entry := range entries {
			signed, err := hashes.ReadHashes([]int64{tlog.StoredHashIndex(0, index)})
			if err != nil {
				return err
			}
			if signed[0] != tlog.RecordHash(entry) {
				return fmt.Errorf("entry %d is not the one that was signed", index)
			}
			index++
		}
	}
	fmt.Printf("%s %d\n", origin, tree.N)
	return nil
}

func checkTreeHash(tree tlog.Tree, hashes tlog.HashReader) error {
	root, err := tlog.TreeHash(tree.N, hashes)
	if err == nil && root != tree.Hash {
		err = errors.New("the tiles do not hash to the signed root")
	}
	return err
}

// readBundle reads the entries that begin at index, a multiple of 256.
func readBundle(folder string, index, size int64) ([][]byte, error) {
	width := size - index
	if width > 256 {
		width = 256
	}
	path := strings.Replace(tlog.Tile{H: 8, L: 0, N: index / 256, W: int(width)}.Path(), "tile/8/0/", "tile/entries/", 1)
	data, err := os.ReadFile(filepath.Join(folder, path))
	if err != nil {
		return nil, err
	}
	var entries [][]byte
	for len(data) > 0 {
		if len(data) < 2 || len(data)-2 < int(binary.BigEndian.Uint16(data)) {
			return nil, fmt.Errorf("%s ends inside an entry", path)
		}
		end := 2 + int(binary.BigEndian.Uint16(data))
		entries = append(entries, data[2:end])
		data = data[end:]
	}
	if int64(len(entries)) != width {
		return nil, fmt.Errorf("%s has %d entries, not %d", path, len(entries), width)
	}
	return entries, nil
}

func judgeProof(args []string) error {
	text, err := os.ReadFile(args[0])
	if err != nil {
		return err
	}
	entry, err := os.ReadFile(args[1])
	if err != nil {
		return err
	}
	parts := strings.SplitN(string(text), "\n\n", 2)
	if len(parts) != 2 {
		return errors.New("the proof has no head")
	}
	_, tree, err := openHead([]byte(parts[1]), args[2])
	if err != nil {
		return err
	}
	lines := strings.Split(parts[0], "\n")
	if len(lines) < 2 || lines[0] != "c2sp.org/tlog-proof@v1" {
		return errors.New("not a tlog-proof")
	}
	index, err := strconv.ParseInt(strings.TrimPrefix(lines[1], "index "), 10, 64)
	if err != nil {
		return err
	}
	path, err := parseHashes(lines[2:])
	if err != nil {
		return err
	}
	return tlog.CheckRecord(tlog.RecordProof(path), tree.N, tree.Hash, index, tlog.RecordHash(entry))
}

func judgeConsistency(args []string) error {
	oldSize, err := strconv.ParseInt(args[0], 10, 64)
	if err != nil {
		return err
	}
	newSize, err := strconv.ParseInt(args[2], 10, 64)
	if err != nil {
		return err
	}
	hashes, err := parseHashes(append([]string{args[1], args[3]}, args[4:]...))
	if err != nil {
		return err
	}
	return tlog.CheckTree(tlog.TreeProof(hashes[2:]), newSize, hashes[1], oldSize, hashes[0])
}

func parseHashes(texts []string) ([]tlog.Hash, error) {
	hashes := make([]tlog.Hash, len(texts))
	for i, text := range texts {
		data, err := base64.StdEncoding.DecodeString(text)
		if err != nil || len(data) != tlog.HashSize {
			return nil, fmt.Errorf("not a hash: %s", text)
		}
		copy(hashes[i][:], data)
	}
	return hashes, nil
}

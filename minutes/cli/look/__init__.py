"""How records look: lines of styled pieces, the same for a terminal and for a pipe."""

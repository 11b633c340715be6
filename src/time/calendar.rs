//! Names of months and the days on which the Dutch parliamentary year turns.

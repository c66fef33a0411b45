"""Sends posts at most once each, and shows who answered. Never reached from a build.

kits         what a build left to be posted: the only input
schedule     which posts are due, which come later, which never
publisher    sends the due ones: intent, post, record
reconcile    asks a network what became of a post that nobody recorded
entries      the ledger's lines and what they say; `ledger` adds to them; `stores` and `branch` keep them
networks     what a network is; `twitter` and `facebook` are two
people       who answered; `people_file` is all that is kept of them
secrecy      credentials, and keeping them out of every text
commands     the commands; one file each in `*_command`
"""

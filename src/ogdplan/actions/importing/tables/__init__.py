"""Tables of people made ready: where the headings stand, what each column means."""

"""What a plan is: records, vocabularies, dates with a precision, texts in several languages."""

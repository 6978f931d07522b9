"""Facts shipped with the package: countries, languages, SDG codes, licences, the workshop."""

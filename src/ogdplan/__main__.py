"""The program where it is called as `python -m ogdplan`."""

from ogdplan.cli.entry import main

if __name__ == "__main__":
    main()

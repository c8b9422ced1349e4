"""The database: `with Session() as session`; this service only reads."""
from sqlalchemy import create_engine
from sqlalchemy.orm import declarative_base, sessionmaker

Base = declarative_base()
Session = sessionmaker(future=True)


def connect(database_url):
    engine = create_engine(database_url, future=True)
    Session.configure(bind=engine)
    return engine

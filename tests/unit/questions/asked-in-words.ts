/** Sentences, and below each the questions that must come of it with their answers: each was looked at by a person. */
const TABLE = `
Maria Holt founded the Lamp Museum of Arden in 1904.
  Who founded the Lamp Museum of Arden in 1904? = Maria Holt
  In which year did Maria Holt found the Lamp Museum of Arden? = 1904
  Which organisation did Maria Holt found in 1904? = the Lamp Museum of Arden
The Lamp Museum was opened by Maria Holt in 1904.
  By whom was the Lamp Museum opened in 1904? = Maria Holt
  In which year was the Lamp Museum opened by Maria Holt? = 1904
  Which organisation was opened by Maria Holt in 1904? = The Lamp Museum
In 1911 the town of Arden bought the collection of Edward Pell.
  What bought the collection of Edward Pell in 1911? = the town of Arden
  In which year did the town of Arden buy the collection of Edward Pell? = 1911
  What did the town of Arden buy in 1911? = the collection of Edward Pell
Edward Pell invented the safety burner in 1872.
  In which year did Edward Pell invent the safety burner? = 1872
  Who invented the safety burner in 1872? = Edward Pell
  What did Edward Pell invent in 1872? = the safety burner
The safety burner was patented in Prague on 3 May 1873.
  When was the safety burner patented in Prague? = 3 May 1873
  Where was the safety burner patented on 3 May 1873? = Prague
  What was patented in Prague on 3 May 1873? = The safety burner
Edward Pell died in Vienna in 1899.
  In which year did Edward Pell die in Vienna? = 1899
  Where did Edward Pell die in 1899? = Vienna
The Arden Lamp Company moved from Prague to Vienna in 1881.
  Which organisation moved from Prague to Vienna in 1881? = The Arden Lamp Company
  In which year did the Arden Lamp Company move from Prague to Vienna? = 1881
The Arden Lamp Company was dissolved in March 1932.
  When was the Arden Lamp Company dissolved? = March 1932
Pell's widow sold the patents to the Arden Lamp Company for $2.5 million in 1901.
  Who sold the patents to the Arden Lamp Company for $2.5 million in 1901? = Pell's widow
The tower of the Lamp Museum is 48 metres high.
  How high is the tower of the Lamp Museum? = 48 metres
The Lamp Museum of Arden is the oldest museum of lighting in Europe.
  Which organisation is the oldest museum of lighting in Europe? = The Lamp Museum of Arden
Helena Moor was born in Oslo, the largest city of Norway.
  What is the largest city of Norway? = Oslo
Lake Orm lies in the north of Arden County.
  Which place lies in the north of Arden County? = Lake Orm
The Orm River flows into the Baltic Sea.
  Which place flows into the Baltic Sea? = The Orm River
The gas mantle was replaced by the electric bulb because bulbs were safer.
  Why was the gas mantle replaced by the electric bulb? = bulbs were safer
The Lamp Museum closed in 1940 because of the war.
  In which year did the Lamp Museum close? = 1940
The Guild of Lamplighters (GLL) was formed in 1866.
  In which year was the Guild of Lamplighters formed? = 1866
In 2013, Tomas Reed became the director of the Lamp Museum.
  In which year did Tomas Reed become the director of the Lamp Museum? = 2013
Tomas Reed was elected president of the Guild of Lamplighters in 2015.
  Who was elected president of the Guild of Lamplighters in 2015? = Tomas Reed
The first electric street lamp in Arden was lit in 1889.
  In which year was the first electric street lamp in Arden lit? = 1889
Vienna is the capital of Austria.
  Which city is the capital of Austria? = Vienna
The Treaty of Arden was signed on 12 June 1848 by Austria and Prussia.
  What was signed on 12 June 1848 by Austria and Prussia? = The Treaty of Arden
  When was the Treaty of Arden signed by Austria and Prussia? = 12 June 1848
Ernst Vogel led the Arden Lamp Company from 1905 to 1932.
  Who led the Arden Lamp Company from 1905 to 1932? = Ernst Vogel
  Which organisation did Ernst Vogel lead from 1905 to 1932? = the Arden Lamp Company
  When did Ernst Vogel lead the Arden Lamp Company? = from 1905 to 1932
Karl Amsel wrote the history of the Guild of Lamplighters in 1954.
  What did Karl Amsel write in 1954? = the history of the Guild of Lamplighters
  In which year did Karl Amsel write the history of the Guild of Lamplighters? = 1954
The history of the Guild of Lamplighters was written by Karl Amsel.
  Who was the history of the Guild of Lamplighters written by? = Karl Amsel
The Lamp Museum was designed by the architect Otto Brandt.
  Which organisation was designed by the architect Otto Brandt? = The Lamp Museum
Otto Brandt, who was born in Riga in 1861, designed the Lamp Museum.
  In which year was Otto Brandt born in Riga? = 1861
  Where was Otto Brandt born in 1861? = Riga
Otto Brandt received the Golden Lamp in 1912 for his work on the tower.
  What did Otto Brandt receive in 1912 for his work on the tower? = the Golden Lamp
  In which year did Otto Brandt receive the Golden Lamp for his work on the tower? = 1912
Nairobi is the capital of Kenya.
  Which city is the capital of Kenya? = Nairobi
Sales of the Kestrel rose by 12 percent in 2004.
  What rose by 12 percent in 2004? = Sales of the Kestrel
The Orm was the first ship of the Arden Line.
  What was the first ship of the Arden Line? = The Orm
The Salt Road connects Arden with Brno.
  Which place connects Arden with Brno? = The Salt Road
Three rivers cross the Orm Valley.
  How many rivers cross the Orm Valley? = Three
The Orm Valley Railway carries 9,000 passengers a day.
  How many passengers a day does the Orm Valley Railway carry? = 9,000
The Arden Observatory has 14 telescopes.
  How many telescopes does the Arden Observatory have? = 14
In 1998 the Arden Observatory discovered 14 comets.
  In which year did the Arden Observatory discover 14 comets? = 1998
  What discovered 14 comets in 1998? = the Arden Observatory
  How many comets did the Arden Observatory discover in 1998? = 14
The Arden Observatory was moved to Mount Vell in 1931 because the city had become too bright.
  Why was the Arden Observatory moved to Mount Vell in 1931? = the city had become too bright
The city of Brell was founded by Frisian settlers in 1211.
  What was the city of Brell founded by in 1211? = Frisian settlers
  In which year was the city of Brell founded by Frisian settlers? = 1211
Helena Moor became the first woman to lead the Brell Parliament in 1974.
  Who became the first woman to lead the Brell Parliament in 1974? = Helena Moor
Helena Moor was the first woman to climb Mount Vell.
  Who was the first woman to climb Mount Vell? = Helena Moor
Mount Vell is the highest mountain in the Brell Islands.
  What is the highest mountain in the Brell Islands? = Mount Vell
The Brell Islands gained independence from Denmark in 1951.
  Which place gained independence from Denmark in 1951? = The Brell Islands
  In which year did the Brell Islands gain independence from Denmark? = 1951
Sund has been the capital of the Brell Islands since 1960.
  Which place has been the capital of the Brell Islands since 1960? = Sund
The Sund Prize is awarded every year by the Brell Academy.
  What is awarded every year by the Brell Academy? = The Sund Prize
The Brell Academy was established in order to protect the Brell language.
  Why was the Brell Academy established? = to protect the Brell language
  Which organisation was established in order to protect the Brell language? = The Brell Academy
The Brell language is spoken by 60,000 people.
  By how many people is the Brell language spoken? = 60,000
Whale oil was replaced by petroleum in the 1870s.
  In which decade was whale oil replaced by petroleum? = 1870s
The lighthouse of Sund was built between 1802 and 1805.
  When was the lighthouse of Sund built? = between 1802 and 1805
The lighthouse of Sund was designed by Anders Holm, who also drew the plans of the harbour.
  Who was the lighthouse of Sund designed by? = Anders Holm
Anders Holm was born on 4 March 1770 in Odense.
  When was Anders Holm born in Odense? = 4 March 1770
Historians believe that the harbour of Sund was finished in 1811.
  According to historians, in which year was the harbour of Sund finished? = 1811
The Seal War lasted from 1840 to 1843.
  When did the Seal War last? = from 1840 to 1843
The Brell Navy lost eleven ships in the Seal War.
  Which organisation lost eleven ships in the Seal War? = The Brell Navy
  How many ships did the Brell Navy lose in the Seal War? = eleven
Insulin is a hormone that lowers the level of sugar in the blood.
  What is Insulin? = a hormone that lowers the level of sugar in the blood
  What is a hormone that lowers the level of sugar in the blood? = Insulin
The Battle of Brell took place on 9 May 1842.
  What took place on 9 May 1842? = The Battle of Brell
The novelist Ida Falk lived in Sund from 1920 to 1933.
  Where did the novelist Ida Falk live from 1920 to 1933? = Sund
  When did the novelist Ida Falk live in Sund? = from 1920 to 1933
Ida Falk's first novel was published in 1924.
  In which year was Ida Falk's first novel published? = 1924
The Salt Road sold 80,000 copies.
  How many copies did the Salt Road sell? = 80,000
The Brell Islands joined the Nordic Council in 1982.
  Which organisation did the Brell Islands join in 1982? = the Nordic Council
  In which year did the Brell Islands join the Nordic Council? = 1982
Lars Brandt, a geologist, discovered the Vell crater in 1964.
  Who discovered the Vell crater in 1964? = Lars Brandt
  In which year did Lars Brandt discover the Vell crater? = 1964
  What did Lars Brandt discover in 1964? = the Vell crater
The Vell crater was discovered in 1964 by the geologist Lars Brandt.
  In which year was the Vell crater discovered by the geologist Lars Brandt? = 1964
  What was discovered in 1964 by the geologist Lars Brandt? = The Vell crater
The World Salt Organization (WSO) represents 40 countries.
  What does WSO stand for? = World Salt Organization
  How many countries does the World Salt Organization represent? = 40
According to the Bergen Gazette, the harbour of Sund held 512 ships in 1904.
  How many ships did the harbour of Sund hold in 1904 according to the Bergen Gazette? = 512
The head of the Bergen Museum announced in 2013 that four museums in Norway were closed in 2012.
  According to the head of the Bergen Museum, how many museums in Norway were closed in 2012? = four
Lake Vell holds a fifth of the fresh water of Norway.
  What share of the fresh water of Norway does Lake Vell hold? = a fifth
In 1565, the Rinbung princes were overthrown by one of their ministers in Tibet.
  In which year were the Rinbung princes overthrown by one of their ministers in Tibet? = 1565
In 1890, fire destroyed the old town of Sund.
  In which year did fire destroy the old town of Sund? = 1890
`;

export type Asked = { readonly text: string; readonly questions: readonly string[] };

export const ASKED: readonly Asked[] = TABLE.trim()
  .split(/\n(?! )/u)
  .map((entry) => {
    const [text = '', ...questions] = entry.split('\n').map((line) => line.trim());
    return { text, questions };
  });
